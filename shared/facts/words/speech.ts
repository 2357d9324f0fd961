/** Verbs that bring in what somebody said or wrote, in the forms reporting uses. */
export const SPEECH_VERBS = [
  'said', 'says', 'say', 'saying', 'told', 'tells', 'telling', 'wrote', 'writes', 'writing', 'written', 'stated', 'states', 'stating', 'declared', 'declares', 'declaring', 'announced', 'announces', 'announcing',
  'explained', 'explains', 'explaining', 'argued', 'argues', 'arguing', 'claimed', 'claims', 'claiming', 'added', 'adds', 'adding', 'noted', 'notes', 'noting', 'observed', 'observes', 'remarked', 'remarks', 'remarking',
  'commented', 'comments', 'commenting', 'insisted', 'insists', 'insisting', 'warned', 'warns', 'warning', 'replied', 'replies', 'answered', 'asked', 'asks', 'asking', 'recalled', 'recalls', 'recounted', 'admitted', 'admits',
  'acknowledged', 'acknowledges', 'conceded', 'concedes', 'confirmed', 'confirms', 'denied', 'denies', 'complained', 'complains', 'boasted', 'bragged', 'brags', 'boasts', 'emphasized', 'emphasised', 'stressed', 'stresses',
  'pointed out', 'points out', 'spelled out', 'laid out', 'put it', 'puts it', 'concluded', 'concludes', 'suggested', 'suggests', 'predicted', 'predicts', 'speculated', 'speculates', 'proclaimed', 'asserted', 'asserts', 'maintained',
  'contended', 'contends', 'testified', 'reported', 'reports', 'described', 'describes', 'mentioned', 'promised', 'pledged', 'vowed', 'urged', 'urges', 'tweeted', 'posted', 'quipped', 'joked', 'lamented', 'praised', 'criticized', 'criticised',
  'called', 'calls', 'reads', 'read', 'went on', 'continued', 'responded', 'exclaimed', 'cried', 'shouted', 'whispered', 'quoted',
] as const
/** First words of these verbs. */
export const SPEECH_STARTS: readonly string[] = SPEECH_VERBS.map((verb) => verb.split(' ')[0]!)
