/** A currency or a hundredth of one: `parts` units make one of `code`. */
export interface Currency { code: string; parts: number }

/** Signs beside a figure. A dollar, pound or yen sign alone is the most usual currency of that sign. */
export const SIGNS: Readonly<Record<string, string>> = {
  $: 'USD', '＄': 'USD', '€': 'EUR', '£': 'GBP', '￡': 'GBP', '¥': 'JPY', '￥': 'CNY', '₹': 'INR', '₽': 'RUB', '₩': 'KRW', '₺': 'TRY', '₦': 'NGN', '₴': 'UAH', '₫': 'VND', '₪': 'ILS', '₱': 'PHP', '฿': 'THB', '₡': 'CRC', '₲': 'PYG', '₵': 'GHS',
  '₸': 'KZT', '₮': 'MNT', '₭': 'LAK', '₨': 'INR', '₼': 'AZN', '₾': 'GEL', '₿': 'XBT', '៛': 'KHR', '৳': 'BDT',
}
/** Letters before a sign: "US$", "HK$", "CN¥". A single letter counts only glued to the sign, since "a $70 share" is no Australian dollar. */
export const SIGN_PREFIXES: Readonly<Record<string, string>> = {
  us: 'USD', usd: 'USD', hk: 'HKD', hkd: 'HKD', nt: 'TWD', ntd: 'TWD', nz: 'NZD', nzd: 'NZD', au: 'AUD', aud: 'AUD', a: 'AUD', ca: 'CAD', cad: 'CAD', can: 'CAD', c: 'CAD', s: 'SGD', sg: 'SGD', sgd: 'SGD', r: 'BRL', mex: 'MXN', mxn: 'MXN', mx: 'MXN',
  cn: 'CNY', jp: 'JPY', j: 'JMD', tt: 'TTD', bds: 'BBD', fj: 'FJD', z: 'ZWL', n: 'NAD', b: 'BND', ar: 'ARS', cl: 'CLP', col: 'COP',
}
export const CODES = new Set((`AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR`
  + ` ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP`
  + ` SOS SRD SSP SYP SZL THB TJS TMT TND TOP TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL XBT DEM FRF ITL ESP NLG BEF ATS GRD PTE FIM IEP`).split(' '))
/** Codes in use that are not of ISO 4217, and abbreviations before a figure. */
export const OTHER_CODES: Readonly<Record<string, string>> = { rmb: 'CNY', cnh: 'CNY', btc: 'XBT', rs: 'INR', nt: 'TWD', dm: 'DEM' }

/** Names of currencies, singular; the bare name is its most usual currency. Plurals are added in `lexicon.ts`. */
export const NAMES: Readonly<Record<string, Currency>> = Object.fromEntries(Object.entries({
  dollar: 'USD', buck: 'USD', greenback: 'USD', euro: 'EUR', pound: 'GBP', sterling: 'GBP', quid: 'GBP', yuan: 'CNY', renminbi: 'CNY', yen: 'JPY', rupee: 'INR', franc: 'CHF', won: 'KRW', ruble: 'RUB', rouble: 'RUB', real: 'BRL', reais: 'BRL', rand: 'ZAR', peso: 'MXN',
  lira: 'TRY', lire: 'ITL', peseta: 'ESP', mark: 'DEM', deutschmark: 'DEM', guilder: 'NLG', drachma: 'GRD', escudo: 'PTE', markka: 'FIM', schilling: 'ATS', shilling: 'KES', krona: 'SEK', kronor: 'SEK', krone: 'NOK', kroner: 'NOK', króna: 'ISK', koruna: 'CZK', zloty: 'PLN', zlotys: 'PLN',
  forint: 'HUF', leu: 'RON', lei: 'RON', lev: 'BGN', leva: 'BGN', hryvnia: 'UAH', hryvnias: 'UAH', shekel: 'ILS', dinar: 'KWD', dirham: 'AED', riyal: 'SAR', rial: 'IRR', baht: 'THB', ringgit: 'MYR', rupiah: 'IDR', dong: 'VND', naira: 'NGN', cedi: 'GHS', birr: 'ETB', taka: 'BDT', kyat: 'MMK',
  kwacha: 'ZMW', pula: 'BWP', tenge: 'KZT', manat: 'AZN', lari: 'GEL', tugrik: 'MNT', bolivar: 'VES', boliviano: 'BOB', guarani: 'PYG', quetzal: 'GTQ', lempira: 'HNL', cordoba: 'NIO', colon: 'CRC', colón: 'CRC', balboa: 'PAB', bitcoin: 'XBT', afghani: 'AFN', kuna: 'HRK', dram: 'AMD', tolar: 'SIT',
}).map(([word, code]) => [word, { code, parts: 1 }]))
/** Parts of a currency. */
export const PARTS: Readonly<Record<string, Currency>> = {
  cent: { code: 'USD', parts: 100 }, cents: { code: 'USD', parts: 100 }, penny: { code: 'GBP', parts: 100 }, pennies: { code: 'GBP', parts: 100 }, pence: { code: 'GBP', parts: 100 }, '¢': { code: 'USD', parts: 100 }, kopek: { code: 'RUB', parts: 100 }, kopeks: { code: 'RUB', parts: 100 },
  fen: { code: 'CNY', parts: 100 }, jiao: { code: 'CNY', parts: 10 }, centavo: { code: 'MXN', parts: 100 }, centavos: { code: 'MXN', parts: 100 }, centime: { code: 'CHF', parts: 100 }, centimes: { code: 'CHF', parts: 100 }, pfennig: { code: 'DEM', parts: 100 }, pfennigs: { code: 'DEM', parts: 100 },
  paise: { code: 'INR', parts: 100 }, paisa: { code: 'INR', parts: 100 }, satoshi: { code: 'XBT', parts: 1e8 }, satoshis: { code: 'XBT', parts: 1e8 }, sen: { code: 'JPY', parts: 100 }, kobo: { code: 'NGN', parts: 100 },
}
/** Words that mean something else more often than money: only an adjective ("Brazilian real", "German marks") makes them a currency. */
export const NEEDS_ADJECTIVE = new Set(['real', 'mark', 'marks', 'dram', 'drams', 'lei', 'colon', 'colons', 'won', 'sterling', 'lev', 'dong', 'pula', 'bucks', 'buck', 'sen', 'fen', 'rand'])

/** Adjective of a country → name of a currency → code. */
export const NATIONAL: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  us: { dollar: 'USD', cent: 'USD' }, 'u.s': { dollar: 'USD' }, american: { dollar: 'USD' }, australian: { dollar: 'AUD' }, canadian: { dollar: 'CAD' }, 'hong kong': { dollar: 'HKD' }, 'new zealand': { dollar: 'NZD' }, singapore: { dollar: 'SGD' }, singaporean: { dollar: 'SGD' }, taiwan: { dollar: 'TWD' },
  taiwanese: { dollar: 'TWD' }, jamaican: { dollar: 'JMD' }, fijian: { dollar: 'FJD' }, liberian: { dollar: 'LRD' }, namibian: { dollar: 'NAD' }, barbadian: { dollar: 'BBD' }, bahamian: { dollar: 'BSD' }, zimbabwean: { dollar: 'ZWL' }, guyanese: { dollar: 'GYD' }, surinamese: { dollar: 'SRD' }, brunei: { dollar: 'BND' },
  british: { pound: 'GBP', pence: 'GBP', penny: 'GBP' }, egyptian: { pound: 'EGP' }, lebanese: { pound: 'LBP' }, syrian: { pound: 'SYP' }, sudanese: { pound: 'SDG' }, irish: { pound: 'IEP' }, turkish: { lira: 'TRY' }, italian: { lira: 'ITL', lire: 'ITL' }, chinese: { yuan: 'CNY', renminbi: 'CNY', dollar: 'CNY' },
  japanese: { yen: 'JPY' }, indian: { rupee: 'INR' }, pakistani: { rupee: 'PKR' }, 'sri lankan': { rupee: 'LKR' }, nepalese: { rupee: 'NPR' }, nepali: { rupee: 'NPR' }, mauritian: { rupee: 'MUR' }, seychellois: { rupee: 'SCR' }, swiss: { franc: 'CHF' }, french: { franc: 'FRF' }, belgian: { franc: 'BEF' },
  cfa: { franc: 'XOF' }, congolese: { franc: 'CDF' }, rwandan: { franc: 'RWF' }, burundian: { franc: 'BIF' }, korean: { won: 'KRW' }, 'south korean': { won: 'KRW' }, 'north korean': { won: 'KPW' }, russian: { ruble: 'RUB', rouble: 'RUB' }, belarusian: { ruble: 'BYN', rouble: 'BYN' }, brazilian: { real: 'BRL', reais: 'BRL' },
  african: { rand: 'ZAR' }, 'south african': { rand: 'ZAR' }, mexican: { peso: 'MXN' }, argentine: { peso: 'ARS' }, argentinian: { peso: 'ARS' }, chilean: { peso: 'CLP' }, colombian: { peso: 'COP' }, cuban: { peso: 'CUP' }, dominican: { peso: 'DOP' }, philippine: { peso: 'PHP' }, uruguayan: { peso: 'UYU' },
  swedish: { crown: 'SEK', krona: 'SEK', kronor: 'SEK', krone: 'SEK', kroner: 'SEK' }, norwegian: { crown: 'NOK', krone: 'NOK', kroner: 'NOK', kronor: 'NOK' }, danish: { crown: 'DKK', krone: 'DKK', kroner: 'DKK', kronor: 'DKK' }, icelandic: { crown: 'ISK', krona: 'ISK', króna: 'ISK', kronur: 'ISK' }, czech: { koruna: 'CZK', crown: 'CZK' }, slovak: { koruna: 'SKK' },
  german: { mark: 'DEM' }, 'west german': { mark: 'DEM' }, 'new taiwan': { dollar: 'TWD' }, european: { euro: 'EUR' }, deutsche: { mark: 'DEM' }, finnish: { mark: 'FIM', markka: 'FIM' }, dutch: { guilder: 'NLG' }, spanish: { peseta: 'ESP' }, portuguese: { escudo: 'PTE' }, greek: { drachma: 'GRD' }, austrian: { schilling: 'ATS' }, kenyan: { shilling: 'KES' }, ugandan: { shilling: 'UGX' },
  tanzanian: { shilling: 'TZS' }, somali: { shilling: 'SOS' }, iraqi: { dinar: 'IQD' }, kuwaiti: { dinar: 'KWD' }, jordanian: { dinar: 'JOD' }, tunisian: { dinar: 'TND' }, algerian: { dinar: 'DZD' }, libyan: { dinar: 'LYD' }, bahraini: { dinar: 'BHD' }, serbian: { dinar: 'RSD' }, yugoslav: { dinar: 'YUD' },
  saudi: { riyal: 'SAR', rial: 'SAR' }, qatari: { riyal: 'QAR', rial: 'QAR' }, omani: { rial: 'OMR', riyal: 'OMR' }, iranian: { rial: 'IRR', riyal: 'IRR' }, yemeni: { rial: 'YER', riyal: 'YER' }, uae: { dirham: 'AED' }, emirati: { dirham: 'AED' }, moroccan: { dirham: 'MAD' }, israeli: { shekel: 'ILS' },
  thai: { baht: 'THB' }, malaysian: { ringgit: 'MYR', dollar: 'MYR' }, indonesian: { rupiah: 'IDR' }, vietnamese: { dong: 'VND' }, nigerian: { naira: 'NGN' }, ghanaian: { cedi: 'GHS' }, polish: { zloty: 'PLN' }, hungarian: { forint: 'HUF' }, romanian: { leu: 'RON', lei: 'RON' }, moldovan: { leu: 'MDL', lei: 'MDL' },
  bulgarian: { lev: 'BGN', leva: 'BGN' }, ukrainian: { hryvnia: 'UAH' }, venezuelan: { bolivar: 'VES' }, 'costa rican': { colon: 'CRC', colón: 'CRC' }, armenian: { dram: 'AMD' }, zambian: { kwacha: 'ZMW' }, malawian: { kwacha: 'MWK' }, macanese: { pataca: 'MOP' }, botswana: { pula: 'BWP' }, georgian: { lari: 'GEL' },
}
