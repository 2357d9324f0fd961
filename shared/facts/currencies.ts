/** Signs and codes that stand before a figure, longest first so that "US$" is not read as "$". */
export const CURRENCY_BEFORE: { sign: string; code: string }[] = [
  ['US$', 'USD'], ['HK$', 'HKD'], ['NT$', 'TWD'], ['NZ$', 'NZD'], ['AU$', 'AUD'], ['A$', 'AUD'], ['CA$', 'CAD'], ['C$', 'CAD'], ['S$', 'SGD'], ['R$', 'BRL'], ['CN¥', 'CNY'],
  ['RMB', 'CNY'], ['CNY', 'CNY'], ['USD', 'USD'], ['EUR', 'EUR'], ['GBP', 'GBP'], ['JPY', 'JPY'], ['INR', 'INR'], ['CHF', 'CHF'], ['AUD', 'AUD'], ['CAD', 'CAD'], ['NZD', 'NZD'],
  ['SEK', 'SEK'], ['NOK', 'NOK'], ['DKK', 'DKK'], ['KRW', 'KRW'], ['RUB', 'RUB'], ['BRL', 'BRL'], ['ZAR', 'ZAR'], ['MXN', 'MXN'], ['TRY', 'TRY'], ['HKD', 'HKD'], ['TWD', 'TWD'], ['SGD', 'SGD'],
  ['Rs.', 'INR'], ['Rs', 'INR'], ['$', 'USD'], ['€', 'EUR'], ['£', 'GBP'], ['¥', 'JPY'], ['￥', 'CNY'], ['₹', 'INR'], ['₽', 'RUB'], ['₩', 'KRW'], ['₺', 'TRY'], ['₦', 'NGN'],
].map(([sign, code]) => ({ sign: sign!, code: code! }))

/** Codes printed without a space before the figure: "RMB56". */
export const ATTACHED_CODES = CURRENCY_BEFORE.filter(({ sign }) => /^[A-Z]{3}$/.test(sign)).map(({ sign }) => sign).join('|')

/** Names and codes that stand after a figure. The bare word decides the most usual currency of that name ("dollars": US). */
const AFTER: [string, string][] = [
  ['(?:US|U\\.S\\.|American) dollars?', 'USD'], ['Australian dollars?', 'AUD'], ['Canadian dollars?', 'CAD'], ['Hong Kong dollars?', 'HKD'], ['New Zealand dollars?', 'NZD'], ['Singapore dollars?', 'SGD'],
  ['(?:Chinese )?(?:yuan|renminbi|RMB)', 'CNY'], ['dollars?|cents?', 'USD'], ['euros?', 'EUR'], ['(?:British )?pounds?(?: sterling)?|pence', 'GBP'], ['(?:Japanese )?yen', 'JPY'],
  ['(?:Indian )?rupees?', 'INR'], ['(?:Swiss )?francs?', 'CHF'], ['(?:South Korean )?won', 'KRW'], ['r(?:o)?ubles?', 'RUB'], ['(?:Brazilian )?reais', 'BRL'], ['rand', 'ZAR'],
  ['USD', 'USD'], ['EUR', 'EUR'], ['GBP', 'GBP'], ['CNY', 'CNY'], ['JPY', 'JPY'], ['INR', 'INR'], ['CHF', 'CHF'], ['AUD', 'AUD'], ['CAD', 'CAD'], ['SEK', 'SEK'], ['NOK', 'NOK'], ['DKK', 'DKK'], ['KRW', 'KRW'],
]
/** A currency after a figure; the index of the defined group is the index into `CODES_AFTER`. */
export const CURRENCY_AFTER = new RegExp(`[\\s-]?(?:of )?(?:${AFTER.map(([words]) => `(${words})\\b`).join('|')}|(€|£)|(元))`, 'y')
export const CODES_AFTER = [...AFTER.map(([, code]) => code), '', 'CNY']
export const SIGNS_AFTER: Record<string, string> = { '€': 'EUR', '£': 'GBP' }
