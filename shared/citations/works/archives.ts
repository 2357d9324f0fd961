import type { CslItem } from '../citation.ts'
import { tidy, type Scratch } from './scratch.ts'

/** "National Archives", "Smith Papers", "Bancroft Library", and the letters by which the great archives are known. */
const ARCHIVE = /(?:^|[,;.(]\s?)((?:the\s)?\p{Lu}[^,;()\uE000-\uE00F]{0,60}?\b(?:Archives?|Record Office|Historical Society|Library|Special Collections|Manuscripts? (?:Division|Collection)|Archiv|Arquivo|档案馆)\b[^,;()\uE000-\uE00F]{0,40}?(?:\s\([\p{L} .]{2,20}\))?|(?:TNA|NARA|BArch|HHStA|PA AA|ANOM)(?=[\s,]))(?=[,;.)]|\s*[\uE000-\uE00F]|$|(?<=TNA|NARA|BArch|HHStA|PA AA|ANOM)\s)/u
const COLLECTION = /(?:^|[,;.(]\s?)((?:the\s)?\p{Lu}[^,;()\uE000-\uE00F]{0,60}?\b(?:Papers|Collection|Fonds|Nachlass|Records)\b)(?=[,;.)]|\s*[\uE000-\uE00F]|$)/u
const LOCATION = /(?:^|[,;.(]\s?)((?:RG|Record Group|Box|box|folder|Folder|file|File|Fonds|fonds|MSS?\.?|Series|reel|Reel|CAB|FO|PREM|HO|ADM|WO|CO|TNA|R|全宗)\s?[\w/.-]{1,20}(?:,?\s(?:entry|box|folder|file|reel|f\.|fol\.)\s?[\w/.-]{1,20})*)/u
const MOST_LOCATIONS = 4
/** "Washington, DC", "College Park, MD": where an archive stands, behind it. */
const TOWN = /,\s\p{Lu}[\p{L} ]{2,24},\s(?:[A-Z]{2}|[A-Z]\.[A-Z]\.)(?=\.?\s*$)/u

/** Takes the archive that keeps a document and where in it: "National Archives, RG 59, box 12". Papers and collections are where in it, unless nothing else keeps them. */
export function takeArchive(scratch: Scratch): Partial<CslItem> {
  if (!/Archiv|Record Office|Papers|Collections?|Manuscript|Library|Historical Society|Nachlass|档案|\b(?:TNA|NARA|BArch|HHStA|PA AA|ANOM)\b/u.test(scratch.text)) return {}
  if (!LOCATION.test(scratch.text)) return {}
  const keeper = scratch.take(ARCHIVE, ',')
  const collection = scratch.take(COLLECTION, ',')
  const archive = keeper ?? collection
  if (!archive) return {}
  if (keeper) scratch.take(TOWN, '')
  const places: string[] = keeper && collection ? [collection[1]!] : []
  for (let match = scratch.take(LOCATION, ','); match && places.length < MOST_LOCATIONS; match = scratch.take(LOCATION, ',')) places.push(match[1]!)
  return { archive: tidy(archive[1]!), ...(places.length > 0 ? { archive_location: places.map(tidy).join(', ') } : {}) }
}
