import ipaddr from 'ipaddr.js'

/** Global unicast IPv6 that is handed out at all (IANA: 2000::/3). */
const ALLOCATED = ipaddr.IPv6.parse('2000::')
/** The well-known NAT64 prefix (RFC 6052): the last 32 bits are the IPv4 address really connected to. */
const NAT64 = ipaddr.IPv6.parse('64:ff9b::')

/**
 * Whether an IP address is one on the public internet. Everything that is not plain global unicast is inside some network: loopback, private,
 * link-local (also 169.254.169.254), shared (CGNAT), unique local, multicast, reserved, documentation and tunnel ranges.
 * IPv4 inside IPv6 (mapped, NAT64) is judged by the IPv4 address. Text that is no address is not public.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.kind() === 'ipv4') return parsed.range() === 'unicast'
  const wide = parsed as ipaddr.IPv6
  if (wide.isIPv4MappedAddress()) return wide.toIPv4Address().range() === 'unicast'
  if (wide.match(NAT64, 96)) return new ipaddr.IPv4(wide.toByteArray().slice(12)).range() === 'unicast'
  return wide.range() === 'unicast' && wide.match(ALLOCATED, 3)
}
