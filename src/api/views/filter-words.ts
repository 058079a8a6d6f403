/** The filter of a list in words, one line for each part; empty where nothing is filtered. Ids stay as they are. */
export function filterWords(search: URLSearchParams): string[] {
  return [...new Set(search.keys())]
    .filter((key) => key !== 'sort' && key !== 'dir')
    .map((key) => `${NAMES[key] ?? key.replace(/^f\./, '')}：${search.getAll(key).join('、')}`)
}

const NAMES: Readonly<Record<string, string>> = {
  stage: '环节',
  standing: '进度',
  light: '灯',
  silent: '静默',
  unit: '单位',
  role: '牵头或协办',
  section: '章节',
  region: '区划',
  leader: '分管领导',
  due: '到期',
  month: '到期月份',
  met: '办结情况',
  openedFrom: '交办起',
  openedTo: '交办止',
  q: '关键词',
  metric: '口径',
  part: '口径的部分',
}
