/** The suite's names of currencies that carry no ISO code there → the currency we read in them. */
export const CURRENCY_UNITS: Readonly<Record<string, string>> = {
  Dollar: 'USD', Cent: 'USD', Pound: 'GBP', Pence: 'GBP', Penny: 'GBP', Franc: 'CHF', Rupee: 'INR', Peseta: 'ESP', Bitcoin: 'XBT', Satoshi: 'XBT', Sen: 'JPY', Peso: 'MXN', Krone: 'NOK', Krona: 'SEK', Mark: 'DEM', Dinar: 'KWD', Lira: 'TRY', Won: 'KRW', Guilder: 'NLG', Real: 'BRL',
  Shilling: 'KES', Riyal: 'SAR', Rial: 'IRR', Rouble: 'RUB', Ruble: 'RUB', Markka: 'FIM', Escudo: 'PTE', Drachma: 'GRD', 'German mark': 'DEM', 'French franc': 'FRF', 'Italian lira': 'ITL', 'Dutch guilder': 'NLG', 'Greek drachma': 'GRD',
}
