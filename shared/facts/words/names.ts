const words = (list: string): readonly string[] => list.trim().split(/\s+/)

/** Capitalised only because they open a sentence or a clause, or because English writes them so; alone or leading, they name nothing. */
export const NAME_OPENERS = words(`the a an in on at by for from to of with without and but or nor so yet if when while where why how what who which that this these those it its he she they we you i his her their our your my
  as although though because since until after before during between among against under over through despite given following according some many most all both each every few several other others another any no not only
  also even still then thus therefore however moreover furthermore additionally meanwhile instead indeed rather today now here there such like unlike once two three four five six seven eight nine ten one first second third
  is are was were do does did can could will would should may might must has have had let within across about around beyond starting speaking compared whether more less much just finally perhaps later recently currently yesterday tomorrow earlier see
  january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec yes ibid
  regarding concerning quoting taking using considering including being`).concat(contractions())

/** "I've", "let’s", "isn't" with both apostrophes. */
function contractions(): readonly string[] {
  const pronouns = words('i you we they he she it that there here what who where how').flatMap((word) => ['s', 'm', 've', 'd', 'll', 're'].map((ending) => `${word}'${ending}`))
  const straight = [...pronouns, 'let\'s', ...words('do does did is are was were has have had ca wo could would should must might need ai').map((verb) => `${verb}n't`)]
  return straight.flatMap((word) => [word, word.replace('\'', '’')])
}
/** Verbs that open a sentence before a name: orders and participles. Not words with which names begin as often ("Open University", "Reading", "Close Brothers"). */
export const NAME_HEADS = words(`send remove enter get add compare install consider remember try keep check give follow visit contact tell ask ensure suppose assume recall imagine define apply use choose type create delete run read write say meet watch
  reported based located founded born asked written published known seen made noting assuming seeing making giving comparing following citing having introducing`)

/** Words before a person's name that say what the person is. */
export const TITLES = words(`president vice deputy prime minister premier chancellor chairman chairwoman chair secretary general secretary-general professor prof dr mr mrs ms sir dame lord lady baron baroness senator sen rep representative
  congressman congresswoman governor gov mayor judge justice attorney director commissioner ambassador colonel col captain capt lieutenant lt major sergeant sgt admiral marshal king queen prince princess emperor pope bishop archbishop cardinal reverend rev
  father sister chief ceo executive officer foreign defence defense interior finance trade health speaker councillor economist historian editor detective inspector superintendent comrade mp mep sheikh ayatollah rabbi imam sultan tsar empress duke duchess count earl`)
/** Titles that say nothing without another behind them: "Foreign Affairs" is no foreign person. */
export const HALF_TITLES = words('prime vice deputy foreign defence defense interior finance trade health general executive')
/** Offices that may stand in the middle of a run, between whose they are and who holds them: "Federal Reserve Chair Jerome Powell". Not words that are family names as often. */
export const OFFICES = words(`president minister premier chancellor chairman chairwoman chair secretary professor senator congressman congresswoman governor mayor attorney director commissioner ambassador colonel lieutenant sergeant admiral archbishop executive officer
  councillor economist historian editor mp mep ceo cfo representative detective inspector superintendent speaker correspondent spokesman spokeswoman founder analyst coach`)
/** Titles that end in a full stop. */
export const SHORT_TITLES = new Set(words('prof dr mr mrs ms sen rep gov col capt lt sgt rev st'))

/** Words that only organisations carry in their names. */
export const ORGANISATION_WORDS = words(`ministry committee commission council university college institute institution academy bank department agency association party group corporation corp company co inc ltd llc plc gmbh union federation forum congress parliament senate
  court foundation bureau office board authority organisation organization alliance society press times news post journal service army navy force forces police government administration cabinet center centre centers centres laboratory laboratories school hospital museum club league team fund trust
  airlines airways motors electric technologies holdings industries partners network nations commons lords representatives bundestag duma knesset treasury reserve pentagon kremlin nato unesco unicef opec interpol church assembly consortium coalition cooperative politburo secretariat guard brigade regiment division registry observatory exchange insurance telecom media studios records`)
/** What governments have offices for: "Ministry of Industry and Information Technology" is one name. */
export const SUBJECTS = new Set(words(`finance defence defense trade industry technology culture tourism education science sciences health welfare labour labor agriculture energy environment transport housing justice security innovation commerce development planning
  reform information communications research food affairs water mines petroleum women children youth family services exchange statistics budget management evaluation measures immigration customs prevention control protection fisheries forestry sport sports media employment
  pensions infrastructure investment supervision inspection religion arts humanities heritage engineering medicine economics politics`))
/** Nouns before the title of a work: "the film The Third Man". */
export const PRODUCTS_BEFORE = words('film novel book song play album magazine newspaper journal essay poem opera painting musical documentary memoir movie')
/** Works and laws. */
export const WORK_WORDS = words('act law treaty agreement convention report plan strategy charter constitution directive regulation protocol declaration initiative programme program bill code accord accords pact resolution manifesto doctrine amendment statute decree bible quran encyclopedia encyclopaedia dictionary review')
/** Kinds of places. */
export const PLACE_WORDS = words('river lake mount mountain mountains valley province county city island islands sea ocean bay peninsula desert street avenue road square district region republic kingdom strait gulf coast port bridge park forest canal village town prefecture oblast sound falls hills glacier airport station harbour harbor canyon plateau basin plains delta reef archipelago beach palace castle cathedral')
export const NAME_LINKS = words('of for on de te ten ter zu vom zum da di van von der den al el bin ibn du la le dos das del')
/** What may follow a link: "of the", "de la". */
export const LINK_ARTICLES = new Set(words('the la der den los las'))
/** Campuses told behind a comma: "University of California, Berkeley". */
export const CAMPUSES = new Set(words('berkeley davis irvine riverside merced madison austin boulder amherst dearborn knoxville urbana urbana-champaign los santa san chapel college ann dallas houston minneapolis'))
/** Chinese family names, which stand before the given one. */
export const FAMILY_NAMES_FIRST = words(`li wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie tang song deng han feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su ding ren lu yao shen zhong cui tan fan liao shi jin jia xia fu
  fang zou xiong bai meng qin qiu hou yin xue yan lei tao mao kong xi bo gu hao hong jing ke lan lai mei min mo mu nie ning ou qi qian qiao shao shu sheng wen weng xin xing yi yin you yue zhan zhai zhuang zuo hua`)
/** Words that name a part of a text, not a thing: "Section 5", "Plate XIII". */
export const LABELS = words('section sections table tables figure figures fig chapter chapters article articles part page pages plate plates pl appendix annex note notes vol volume volumes no nos step level item line paragraph see box exhibit schedule clause footnote')

const ONE_WORD_PLACES = words(`afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain bangladesh barbados belarus belgium belize benin bhutan bolivia botswana brazil brunei bulgaria burundi cambodia cameroon canada chad chile china colombia
  comoros congo croatia cuba cyprus czechia denmark djibouti dominica ecuador egypt eritrea estonia eswatini ethiopia fiji finland france gabon gambia germany ghana greece grenada guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan
  kazakhstan kenya kiribati kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya liechtenstein lithuania luxembourg madagascar malawi malaysia maldives mali malta mauritania mauritius mexico micronesia moldova monaco mongolia montenegro morocco mozambique myanmar namibia nauru nepal netherlands
  nicaragua niger nigeria norway oman pakistan palau palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda samoa senegal serbia seychelles singapore slovakia slovenia somalia spain sudan suriname sweden switzerland syria taiwan tajikistan tanzania thailand togo tonga tunisia
  turkey turkmenistan tuvalu uganda ukraine uruguay uzbekistan vanuatu venezuela vietnam yemen zambia zimbabwe britain england scotland wales america europe asia africa antarctica oceania eurasia
  alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming hague
  abuja accra algiers amman amsterdam ankara athens baghdad baku bangkok beijing beirut belgrade berlin berne brussels bucharest budapest cairo canberra caracas copenhagen dakar damascus delhi dhaka doha dublin geneva hanoi harare havana helsinki islamabad istanbul jakarta jerusalem kabul kathmandu khartoum
  kyiv kiev kinshasa lagos lima lisbon ljubljana london luanda madrid managua manila minsk mogadishu montevideo moscow mumbai nairobi oslo ottawa paris prague pretoria pyongyang quito rabat reykjavik riga riyadh rome santiago sarajevo seoul shanghai shenzhen skopje sofia stockholm strasbourg sydney taipei tallinn tashkent
  tbilisi tehran tirana tokyo toronto tripoli tunis vienna vilnius warsaw wuhan yerevan zagreb zurich boston chicago dallas detroit houston seattle philadelphia atlanta miami baltimore denver glasgow edinburgh manchester liverpool birmingham munich hamburg frankfurt milan barcelona marseille lyon osaka hiroshima nagasaki
  siberia tibet xinjiang manchuria guangdong sichuan hubei zhejiang bavaria catalonia crimea kashmir punjab scandinavia balkans caucasus ussr uk usa usa uae`)
const PLACES_OF_WORDS = ('united states;united kingdom;united arab emirates;saudi arabia;south korea;north korea;south africa;south sudan;new zealand;new york;new delhi;new jersey;new hampshire;new mexico;new orleans;new england;north carolina;south carolina;north dakota;south dakota;west virginia;rhode island;'
  + 'sri lanka;costa rica;el salvador;hong kong;san francisco;los angeles;las vegas;washington;puerto rico;burkina faso;cape verde;sierra leone;ivory coast;dominican republic;czech republic;soviet union;east germany;west germany;great britain;northern ireland;papua new guinea;equatorial guinea;'
  + 'trinidad and tobago;bosnia;antigua;san marino;vatican city;marshall islands;solomon islands;san diego;san antonio;salt lake city;kuala lumpur;buenos aires;rio de janeiro;são paulo;sao paulo;mexico city;addis ababa;tel aviv;cape town;ho chi minh city;inner mongolia;eastern europe;western europe;'
  + 'middle east;latin america;north america;south america;central america;southeast asia;east asia;central asia;central africa;north africa;west africa;silicon valley;wall street;washington d.c;people’s republic of china;republic of korea;russian federation;abu dhabi;saint petersburg;st petersburg').split(';')
export const PLACES: ReadonlySet<string> = new Set([...ONE_WORD_PLACES, ...PLACES_OF_WORDS])
/** The words of each place that has several, by the first; points are words of their own. */
export const LONGER_PLACES: ReadonlyMap<string, readonly (readonly string[])[]> = PLACES_OF_WORDS.map((place) => place.match(/[^\s.]+|\./g)!).reduce((byFirst, place) => {
  const [first] = place
  return byFirst.set(first!, [...(byFirst.get(first!) ?? []), place])
}, new Map<string, string[][]>())
/** Words at which a known place may begin. */
export const PLACE_STARTS: readonly string[] = [...new Set([...PLACES].map((place) => place.split(' ')[0]!))]

/** Given names common in English-language news of many countries: a run of capitals that opens with one is a person. */
export const GIVEN_NAMES = words(`alice brenda louise leanne katrina vanessa toby zoë susanne sebastian matthias markus sascha marc pavel georg ernie dale kristoffer joel manuel andrés andres rafael ricardo roberto eduardo sergio mario paolo claudia silvia julian lucas theo hugo fabio dominic dominick adrian gavin
  craig ross wendy tracy gail joanna paula carla lena eva anne annette beth hilda kerstin birgit petra renate heike ulrike christoph bernd rainer uwe holger torsten olaf knut arne leif rasmus mikkel pekka juha matti jussi mihai andrei ioana cristina piotr jakub paweł tomasz krzysztof agnieszka katarzyna wojciech
  jiří václav zoltan istván lászló ferenc attila tomáš tomas yusuf khalid tariq imran ayesha sanjay vijay anil sunil deepak arun indira rajiv haruki takeshi satoshi yoko naoko hermann ronan seamus siobhan fergus alasdair
  james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank
  alexander raymond patrick jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle walter ethan jeremy harold keith christian roger noah gerald carl terry sean arthur lawrence jesse dylan bryan joe jordan billy bruce albert willie gabriel logan alan juan wayne ralph roy eugene randy vincent russell louis philip bobby johnny bradley
  mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet catherine maria heather
  diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean abigail alice julia judy sophia grace denise amber doris marilyn danielle beverly isabella theresa diana natalie brittany charlotte marie kayla alexis lori jane
  klaus hans jürgen wolfgang angela ursula heinrich friedrich karl otto ludwig jean pierre françois michel jacques claude emmanuel nicolas marcel giovanni giuseppe marco luigi antonio francesco carlos luis miguel fernando pedro pablo diego javier alberto vladimir mikhail sergei dmitry nikolai ivan boris alexei yuri igor leonid
  ian isaac martin simon neil colin graham stuart duncan malcolm hugh owen rupert geoffrey nigel trevor derek clive ernest leonard cecil horace percy reginald edmund edwin oscar victor felix samson vitus magnus lars sven erik henrik anders nils bjorn jens hartmut helmut gerhard dieter manfred ulrich stefan jan piet
  nadia tanya olga natasha irina svetlana ingrid astrid sigrid agnes edith ethel florence harriet eleanor beatrice clara lucy ellen emily jane lydia miriam naomi rosa sabine monika elena sofia chloe zoe tamara yvonne
  bob bobby jim jimmy tom tommy mike bill dan danny dave steve tony nick ben sam max alex chris matt greg jeff ken ron ted ed harry charlie fred kate liz beth jill meg rick rob tim pat hillary barack donald joseph boris theresa winston franklin abraham
  ahmed mohammed muhammad ali hassan hussein omar ibrahim abdullah mustafa fatima aisha narendra rahul priya amit raj kofi nelson desmond akira hiroshi kenji shinzo ban kim moon park`)

/** Nouns for what a person is, so that "China's vice president" before a name is a role. */
export const ROLE_NOUNS = words(`president premier minister secretary chancellor chairman chairwoman chair leader head chief director professor lecturer economist historian scientist researcher scholar analyst expert adviser advisor
  spokesman spokeswoman spokesperson official officer governor mayor senator congressman congresswoman representative ambassador envoy general colonel judge lawyer attorney prosecutor editor author writer journalist reporter columnist critic
  founder co-founder cofounder owner manager executive engineer doctor physician teacher student activist campaigner king queen prince princess emperor bishop archbishop pope priest member fellow commissioner deputy candidate resident witness philosopher poet artist developer
  sociologist anthropologist physicist chemist biologist mathematician psychologist lawmaker legislator diplomat banker investor entrepreneur businessman businesswoman chairperson producer singer actor actress novelist designer architect nurse farmer survivor son daughter wife husband father mother brother sister partner ceo cfo cto`)
