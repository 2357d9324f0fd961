/** Units of measure: what they measure, their SI base and how many of it (for temperatures also where zero lies). Customary units are US ones where countries differ. */
export interface Unit { name: string; quantity: string; si: string; factor: number; offset?: number }

const unit = (quantity: string, si: string, rows: string): [string[], Unit][] => rows.trim().split(/\s*\n\s*/).map((row) => {
  const [factor, name, ...words] = row.split(/\s+/)
  return [[name!, ...words].map((word) => word.replaceAll('_', ' ')), { name: name!.replaceAll('_', ' '), quantity, si, factor: Number(factor) }]
})

const ROWS: [string[], Unit][] = [
  ...unit('length', 'm', `
    1 metre metres meter meters m
    1e3 kilometre kilometres kilometer kilometers km kms
    1e-1 decimetre decimetres decimeter decimeters dm
    1e-2 centimetre centimetres centimeter centimeters cm
    1e-3 millimetre millimetres millimeter millimeters mm
    1e-6 micrometre micrometres micrometer micrometers micron microns μm µm
    1e-9 nanometre nanometres nanometer nanometers nm
    1609.344 mile miles mi
    0.3048 foot feet ft
    0.0254 inch inches in
    0.9144 yard yards yd yds
    1852 nautical_mile nautical_miles nmi
    201.168 furlong furlongs
    1.8288 fathom fathoms
    9.4607304725808e15 light-year light-years light_year light_years
    3.0856775814914e16 parsec parsecs
    149597870700 astronomical_unit astronomical_units`),
  ...unit('area', 'm2', `
    1 square_metre square_metres square_meter square_meters sq_m m² m2
    1e6 square_kilometre square_kilometres square_kilometer square_kilometers sq_km km² km2
    1e-4 square_centimetre square_centimetres square_centimeter square_centimeters cm²
    2589988.110336 square_mile square_miles sq_mi sq_mile sq_miles
    0.09290304 square_foot square_feet sq_ft
    0.00064516 square_inch square_inches sq_in
    0.83612736 square_yard square_yards sq_yd
    1e4 hectare hectares ha
    4046.8564224 acre acres
    666.6666666667 mu mou`),
  ...unit('volume', 'm3', `
    1e-3 litre litres liter liters l L
    1e-6 millilitre millilitres milliliter milliliters ml mL
    1e-5 centilitre centilitres centiliter centiliters cl
    1e-4 decilitre decilitres deciliter deciliters dl
    1e-1 hectolitre hectolitres hectoliter hectoliters hl
    1 cubic_metre cubic_metres cubic_meter cubic_meters cu_m m³ m3
    1e9 cubic_kilometre cubic_kilometres cubic_kilometer cubic_kilometers
    1e-6 cubic_centimetre cubic_centimetres cubic_centimeter cubic_centimeters cc cm³
    0.028316846592 cubic_foot cubic_feet cu_ft
    0.000016387064 cubic_inch cubic_inches
    0.764554857984 cubic_yard cubic_yards
    0.003785411784 gallon gallons gal
    0.158987294928 barrel barrels bbl
    0.000946352946 quart quarts qt
    0.000473176473 pint pints pt
    0.0002365882365 cup cups
    0.0000295735295625 fluid_ounce fluid_ounces fl_oz
    0.00001478676478125 tablespoon tablespoons tbsp
    0.00000492892159375 teaspoon teaspoons tsp
    0.03523907016688 bushel bushels
    28.316846592e3 TCF`),
  ...unit('mass', 'kg', `
    1 kilogram kilograms kilogramme kilogrammes kilo kilos kg kgs
    1e-3 gram grams gramme grammes g
    1e-6 milligram milligrams milligramme milligrammes mg
    1e-9 microgram micrograms microgramme microgrammes μg µg mcg
    1e3 tonne tonnes metric_ton metric_tons tCO2 tCO2e
    1e6 kilotonne kilotonnes kiloton kilotons kt ktCO2 ktCO2e
    1e9 megatonne megatonnes megaton megatons Mt MtCO2 MtCO2e
    1e12 gigatonne gigatonnes gigaton gigatons Gt GtCO2 GtCO2e
    907.18474 ton tons short_ton short_tons
    1016.0469088 long_ton long_tons
    0.45359237 pound pounds lb lbs
    0.028349523125 ounce ounces oz
    6.35029318 stone stones
    1e3 mt
    0.0017718451953125 dram drams drachma drachmas
    2e-4 carat carats
    0.0311034768 troy_ounce troy_ounces
    0.00006479891 grain grains`),
  ...unit('speed', 'm/s', `
    0.44704 mile_per_hour miles_per_hour mile_an_hour miles_an_hour miles/hour mph
    0.2777777777777778 kilometre_per_hour kilometres_per_hour kilometer_per_hour kilometers_per_hour kilometres_an_hour kilometers_an_hour km_per_hour km_an_hour km/h km/hr kph kmh
    1 metre_per_second metres_per_second meter_per_second meters_per_second m/s
    0.5144444444444445 knot knots
    0.3048 foot_per_second feet_per_second ft/s`),
  ...unit('flow', 'm3/s', `
    0.00000184013072833 barrel_per_day bpd b/d
    1.84013072833 million_barrels_per_day mbpd mb/d`),
  ...unit('angle', 'rad', `
    0.017453292519943295 degree degrees °
    6.283185307179586 turn turns
    1 radian radians rad`),
  ...unit('information', 'bit', `
    1 bit bits
    8 byte bytes
    8e3 kilobyte kilobytes KB kB
    8e6 megabyte megabytes MB
    8e9 gigabyte gigabytes GB
    8e12 terabyte terabytes TB
    8e15 petabyte petabytes PB
    1e6 megabit megabits Mb
    1e9 gigabit gigabits Gb`),
  ...unit('power', 'W', `
    1 watt watts W
    1e3 kilowatt kilowatts kW
    1e6 megawatt megawatts MW
    1e9 gigawatt gigawatts GW
    1e12 terawatt terawatts TW
    745.6998715822702 horsepower hp`),
  ...unit('energy', 'J', `
    1 joule joules J
    1e3 kilojoule kilojoules kJ
    4.184 calorie calories cal
    4184 kilocalorie kilocalories kcal
    3.6e6 kilowatt-hour kilowatt-hours kilowatt_hour kilowatt_hours kWh
    3.6e9 megawatt-hour megawatt-hours megawatt_hour megawatt_hours MWh
    3.6e12 gigawatt-hour gigawatt-hours gigawatt_hour gigawatt_hours GWh
    3.6e15 terawatt-hour terawatt-hours terawatt_hour terawatt_hours TWh
    1055.05585262 BTU btu`),
  ...unit('pressure', 'Pa', `
    1 pascal pascals Pa
    1e2 hectopascal hectopascals hPa millibar millibars
    1e3 kilopascal kilopascals kPa
    6894.757293168 psi
    101325 atmosphere atmospheres`),
  ...unit('frequency', 'Hz', `
    1 hertz Hz
    1e3 kilohertz kHz
    1e6 megahertz MHz
    1e9 gigahertz GHz`),
  ...unit('voltage', 'V', `
    1 volt volts
    1e3 kilovolt kilovolts kV`),
]
const FAHRENHEIT: Unit = { name: 'degree Fahrenheit', quantity: 'temperature', si: 'K', factor: 5 / 9, offset: 273.15 - (32 * 5) / 9 }
const CELSIUS: Unit = { name: 'degree Celsius', quantity: 'temperature', si: 'K', factor: 1, offset: 273.15 }
const TEMPERATURES: [string[], Unit][] = [
  [['degrees celsius', 'degree celsius', 'degrees centigrade', 'degrees c', '° celsius', '° c', '°c', '℃', 'celsius'], CELSIUS],
  [['degrees fahrenheit', 'degree fahrenheit', 'degrees f', '° fahrenheit', '° f', '°f', '℉', 'fahrenheit'], FAHRENHEIT],
  [['kelvin', 'kelvins'], { name: 'kelvin', quantity: 'temperature', si: 'K', factor: 1 }],
]

/** Symbols whose case matters ("MW" and "mW", "Mb" and "MB") are kept as printed; every other name is in small letters. */
export const UNITS: ReadonlyMap<string, Unit> = new Map([...ROWS, ...TEMPERATURES].flatMap(([words, value]) => words.map((word): [string, Unit] => [word, value])))
/** First words of units, in small letters. */
export const UNIT_STARTS: ReadonlySet<string> = new Set([...UNITS.keys()].map((word) => word.toLowerCase().split(/[ /\d-]/)[0]!).filter((word) => word !== ''))
/** Symbols that are words of their own or ambiguous apart from a figure: read only glued to it, or written as here. */
export const GLUED_ONLY: ReadonlySet<string> = new Set(['in', 'l', 'cal', 'pt', 'mi', 'gal', 'rad', 'mt', 'hp', 'g'])
