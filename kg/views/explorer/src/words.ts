// Every word of the interface, in Chinese and English, and how numbers and days are written. Terms of the ontology
// come with the payload.

import type { Payload } from "./payload.ts";

export type Language = "zh" | "en";

const WORDS = {
  title: ["谁见过谁", "Who met whom"],
  loading: ["正在展开数据……", "Unpacking the data…"],
  broken: [
    "无法展开本页的数据。请用较新的浏览器打开（Chrome 或 Edge 80 以上、Firefox 113 以上、Safari 16.4 以上）。",
    "This page's data cannot be unpacked. Please open it in a newer browser (Chrome or Edge 80, Firefox 113, Safari 16.4, or later).",
  ],
  skip: ["跳到详情", "Skip to the details"],
  views: ["视图", "Views"],
  people: ["人物", "People"],
  bodies: ["人与机构", "People and bodies"],
  agreements: ["协议", "Agreements"],
  programmes: ["工作计划", "Programmes"],
  divisions: ["行政区划", "Divisions"],
  search: ["搜索：姓名、简称、拼音或首字母", "Name, short form, pinyin, initials"],
  searchLabel: ["搜索", "Search"],
  nothingFound: ["没有找到“{text}”", "Nothing is called “{text}”"],
  alsoCalled: ["又作 {name}", "also {name}"],
  undo: ["撤销", "Undo"],
  redo: ["重做", "Redo"],
  language: ["English", "中文"],
  languageLabel: ["Switch to English", "切换到中文"],
  dark: ["深色", "Dark"],
  light: ["浅色", "Light"],
  table: ["表格", "Table"],
  picture: ["图", "Picture"],
  downloads: ["下载", "Download"],
  csv: ["表格（CSV）", "Table (CSV)"],
  png: ["图片（PNG）", "Picture (PNG)"],
  svg: ["矢量图（SVG）", "Drawing (SVG)"],
  gexf: ["网络（GEXF，供 Gephi 等）", "Network (GEXF, for Gephi and others)"],
  print: ["打印……", "Print…"],
  help: ["帮助", "Help"],
  close: ["关闭", "Close"],
  filters: ["筛选", "Filters"],
  filtersOn: ["筛选（{n}）", "Filters ({n})"],
  clearFilters: ["清除筛选", "Clear filters"],
  kinds: ["类别", "Kinds"],
  types: ["活动类型", "Types of events"],
  roles: ["在活动中的角色", "Roles at events"],
  region: ["地区", "Region"],
  anyRegion: ["全部地区", "Any region"],
  programme: ["工作计划", "Programme"],
  anyProgramme: ["全部工作计划", "Any programme"],
  clear: ["清除", "Clear"],
  sure: ["可信度不低于", "Confidence at least"],
  colour: ["颜色", "Colour"],
  size: ["大小", "Size"],
  "colour-kind": ["按类别", "by kind"],
  "colour-community": ["按群体", "by community"],
  "colour-region": ["按地区", "by region"],
  "size-meetings": ["按联系数", "by ties"],
  "size-betweenness": ["按中介中心性", "by betweenness"],
  "size-pagerank": ["按 PageRank", "by PageRank"],
  legend: ["图例", "Legend"],
  doubtLine: ["存疑", "doubtful"],
  planLine: ["计划中", "planned"],
  zoomIn: ["放大", "Zoom in"],
  zoomOut: ["缩小", "Zoom out"],
  fit: ["显示全部", "Fit all"],
  time: ["时间", "Time"],
  fromMonth: ["起始月份", "First month"],
  untilMonth: ["结束月份", "Last month"],
  wholeTime: ["全部时间", "All time"],
  play: ["播放", "Play"],
  pause: ["暂停", "Pause"],
  noDates: ["没有带日期的活动", "No dated events"],
  eventsIn: ["{month}：{n} 场活动", "{month}: {n} events"],
  panel: ["详情", "Details"],
  larger: ["展开", "Larger"],
  smaller: ["收起", "Smaller"],
  canvas: [
    "关系图：{nodes} 个点，{edges} 条线。方向键沿连线移动，回车打开，Esc 返回，T 看表格。",
    "Network picture: {nodes} nodes, {edges} lines. Arrow keys step along lines, Enter opens, Esc goes back, T shows the table.",
  ],
  shown: ["显示 {nodes} 个点、{edges} 条线、{ties} 条联系", "{nodes} nodes, {edges} lines, {ties} ties shown"],
  showAll: ["显示全部 {n} 个", "Show all {n}"],
  showCore: ["只看联系最多的", "Show the best connected only"],
  nothing: ["筛选之后没有内容。", "The filters leave nothing."],
  nothingHere: ["这里没有可画的联系。", "There are no ties to draw here."],
  overview: ["概览", "Overview"],
  backToOverview: ["回到概览", "Back to the overview"],
  mostConnected: ["联系最多", "Best connected"],
  latest: ["最近的会面", "Latest meetings"],
  latestEvents: ["最近的活动", "Latest events"],
  things: ["事物", "Things"],
  persons: ["人物", "People"],
  events: ["活动", "Events"],
  meetings: ["会面", "Meetings"],
  articles: ["文章", "Articles"],
  quotes: ["引文", "Quotes"],
  span: ["{from} 至 {until}", "{from} to {until}"],
  times: ["{n} 次", "×{n}"],
  ties: ["{n} 条联系", "{n} ties"],
  names: ["又作", "Also called"],
  posts: ["职务", "Posts"],
  postSeen: ["见报 {days}", "in print {days}"],
  began: ["{day} 起", "from {day}"],
  ended: ["至 {day}", "until {day}"],
  meetingsOf: ["会面与活动", "Meetings and events"],
  companions: ["同场人物", "Companions"],
  relations: ["关系", "Relations"],
  mentioned: ["见于", "Mentioned in"],
  holders: ["任职人员", "People in posts"],
  parties: ["签约方", "Parties"],
  eventsAbout: ["相关活动", "Events"],
  eventsHere: ["在此的活动", "Events here"],
  signedAt: ["达成于", "Made at"],
  partsOf: ["下属", "Parts"],
  belongsTo: ["所属", "Belongs to"],
  peopleHere: ["本地人物与机构", "People and bodies here"],
  implementers: ["实施与参与", "Who takes part"],
  depth: ["周围", "Around"],
  steps: ["{n} 步", "{n} steps"],
  oneStep: ["1 步", "1 step"],
  everything: ["全图", "all"],
  howConnected: ["{name} 与谁有什么联系？", "How is {name} connected to …?"],
  otherPerson: ["输入另一人或机构", "Type another name"],
  showAs: ["换个视图看", "Show as"],
  allTimes: ["共 {n} 次", "{n} in all"],
  hidden: ["筛选另隐去 {n} 条。", "Filters hide {n} more."],
  noTies: ["两者没有直接联系。", "There is no direct tie between the two."],
  askPath: ["看两者如何连接", "See how the two are connected"],
  path: ["联系路径", "Path"],
  noPath: [
    "在这个视图和筛选下，{a} 与 {b} 之间没有路径。",
    "In this view, with these filters, no path leads from {a} to {b}.",
  ],
  tryView: ["在其他视图中有：", "In other views there is one:"],
  participants: ["参加者", "Participants"],
  reports: ["报道", "Reports"],
  evidence: ["出处", "Evidence"],
  noEvidence: ["图中没有记录出处。", "The graph records no source for this."],
  date: ["日期", "Date"],
  undated: ["日期不详", "no date"],
  planned: ["计划中", "planned"],
  doubtful: ["存疑", "doubtful"],
  characters: ["第 {start}–{end} 字", "characters {start}–{end}"],
  rule: ["规则 {rules}", "rule {rules}"],
  confidence: ["可信度 {sure}", "confidence {sure}"],
  unknownSure: ["可信度未知", "confidence unknown"],
  published: ["{day} 刊", "published {day}"],
  noHeadline: ["（无标题）", "(no headline)"],
  noText: ["（本页未存原文）", "(the text is not in this file)"],
  moreRows: ["再显示 {n} 项", "Show {n} more"],
  tree: ["行政区划树", "Tree of divisions"],
  pageOf: ["第 {page} / {pages} 页", "Page {page} of {pages}"],
  previous: ["上一页", "Previous"],
  next: ["下一页", "Next"],
  tableCaption: ["当前图中的联系（{n} 条）", "Ties in the present picture ({n})"],
  sortBy: ["按{column}排序", "Sort by {column}"],
  "column-date": ["日期", "Date"],
  "column-from": ["一方", "From"],
  "column-to": ["另一方", "To"],
  "column-tie": ["联系", "Tie"],
  "column-type": ["类型", "Type"],
  "column-what": ["内容", "What"],
  "column-roles": ["角色", "Roles"],
  "column-sure": ["可信度", "Confidence"],
  "column-file": ["版面与位置", "Page and place"],
  "column-quote": ["引文", "Quote"],
  open: ["打开", "Open"],
  toEvent: ["看这场活动 →", "See this event →"],
  groupOf: ["{name} 等", "{name} and others"],
  otherGroups: ["其他", "others"],
  pair: ["{a} 与 {b}", "{a} and {b}"],
  pathTitle: ["{a} → {b}", "{a} → {b}"],
  helpTitle: ["怎么用", "How to use it"],
  helpIntro: [
    "点人物看其会面、职务与同行者；点连线看引文。链接中 # 后的部分记着当前所见，复制网址即可分享。",
    "Pick a person for meetings, posts and companions; pick a line for the quotes. What stands after # in the address is what you see: copy it to share the view.",
  ],
  keySearch: ["搜索", "search"],
  keyArrows: ["在图中沿连线移动（Shift：移动画面）", "step along lines in the picture (Shift: move the picture)"],
  keyEnter: ["打开所选", "open what is chosen"],
  keyEsc: ["关闭或返回", "close, or go back"],
  keyZoom: ["放大、缩小、显示全部", "zoom in, zoom out, fit"],
  keyTable: ["图与表格切换", "picture or table"],
  keyFilters: ["筛选", "filters"],
  keyUndo: ["撤销、重做", "undo, redo"],
  keyHelp: ["本帮助", "this help"],
} satisfies Record<string, readonly [string, string]>;

export type Word = keyof typeof WORDS;
export type Blanks = Record<string, string | number>;

export interface Words {
  language: Language;
  /** A word of the interface with its blanks filled in. */
  say(word: Word, blanks?: Blanks): string;
  /** The reader's word for a local name of the ontology, or the name itself. */
  term(name: string): string;
  count(number: number): string;
  percent(share: number): string;
  /** A day, month or year as people write it; "" for "". */
  day(iso: string): string;
  /** A stretch of days; "" where neither end is known. */
  days(from: string, to: string): string;
  list(items: readonly string[]): string;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"];

/** A year, with its month and day where they are known, as people write it. */
const DAYS: Record<Language, (parts: number[]) => string> = {
  zh: ([year, month, day]) => `${year}年${month ? `${month}月` : ""}${day ? `${day}日` : ""}`,
  en: ([year, month, day]) => [day, month && (MONTHS[month - 1] ?? month), year].filter(Boolean).join(" "),
};

/** The words of a language; `terms` are those of the payload. */
export function words(language: Language, terms: Payload["terms"] = {}): Words {
  const at = language === "zh" ? 0 : 1;
  const count = (number: number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");
  const day = (iso: string) => (/^\d{4}(-\d\d){0,2}$/.test(iso) ? DAYS[language](iso.split("-").map(Number)) : iso);
  return {
    language,
    say: (word, blanks = {}) =>
      (WORDS[word][at] as string).replace(/\{(\w+)\}/g, (_, name: string) => {
        const value = blanks[name] ?? "";
        return typeof value === "number" ? count(value) : value;
      }),
    term: (name) => (Object.hasOwn(terms, name) ? terms[name][at] : name),
    count,
    percent: (share) => `${Math.round(share * 100)}%`,
    day,
    days: (from, to) => (!to || from === to ? day(from) : [from, to].filter(Boolean).map(day).join(" – ")),
    list: (items) => items.join(language === "zh" ? "、" : ", "),
  };
}

const REMEMBERED = "kg.language";

/** The language that was chosen, or else the browser's. */
export function chosenLanguage(): Language {
  const kept = remembered(REMEMBERED);
  if (kept === "zh" || kept === "en") return kept;
  return navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
}

export function rememberLanguage(language: Language): void {
  remember(REMEMBERED, language);
}

/** What the browser keeps of a choice; a page from disk may not be allowed to keep any. */
export function remembered(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // The choice then lasts as long as the page is open.
  }
}
