const words = {
  zh: {
    skip: '跳到提问框',
    name: '科技政策问答',
    actions: '操作',
    side: '出处与报告',
    reports: '收录报告',
    newConversation: '新对话',
    headline: '问得直接，句句有据。',
    lead: '依据收录的政府科技工作报告作答。每个数字都注明出处，点开即见原文；报告没有写的，如实告知。',
    coverage: '现收录 {count} 份报告：{regions}（{years}）。',
    reading: '正在读取报告（{done}/{total}），请稍候……',
    examples: '可以这样问',
    questionLabel: '您的问题',
    placeholder: '请输入您的问题',
    send: '提问',
    stop: '停止',
    note: '回答仅依据收录的报告；政策以现行文件为准。',
    length: '{length} / 1000 字',
    close: '关闭',
    you: '问',
    thinking: '正在查阅报告……',
    answered: '回答已完成',
    stopped: '已停止',
    refused: '资料未载明',
    sources: '出处',
    nearest: '相关段落',
    sourceButton: '出处 {number}：{title}，第 {paragraph} 段',
    source: '出处 {number}',
    paragraph: '第 {paragraph} 段',
    wholeParagraph: '查看整段',
    inReport: '在报告中查看',
    computed: '计算得出（非原文数字）',
    extractive: '摘自报告原文',
    generative: '由模型表述，数字已与原文核对',
    elapsed: '用时 {ms} 毫秒',
    helpful: '有帮助',
    unhelpful: '没帮助',
    thanks: '已记录，谢谢。',
    notRecorded: '评价没有保存成功，请稍后再试。',
    commentLabel: '哪里不对？（可不填）',
    commentSend: '提交',
    copy: '复制回答和出处',
    copied: '已复制',
    notCopied: '复制失败，请手动选取',
    followUps: '接着问',
    table: '表格，可左右滚动',
    retry: '重试',
    unreachable: '连不上服务。请检查网络，或稍后再试；您的问题已保留在输入框中。',
    interrupted: '连接中断，回答没有收全。请重试。',
    wait: '（请等待约 {seconds} 秒）',
    noReports: '还没有收录报告。',
    moreReports: '另有 {count} 份报告未列出，同样可以检索。',
    listFailed: '报告列表暂时取不到。',
    ready: '可检索',
    failed: '未能读取',
    reportFacts: '{paragraphs} 段 · {figures} 个数据',
    question: '问：',
    answer: '答：',
  },
  en: {
    skip: 'Skip to the question box',
    name: 'Policy Q&A',
    actions: 'Actions',
    side: 'Sources and reports',
    reports: 'Reports',
    newConversation: 'New chat',
    headline: 'Plain questions, sourced answers.',
    lead: 'Answers come from the government science and technology reports listed here. Every figure opens to its original sentence; what the reports do not say, we say so.',
    coverage: '{count} reports: {regions} ({years}).',
    reading: 'Reading the reports ({done}/{total}) …',
    examples: 'You could ask',
    questionLabel: 'Your question',
    placeholder: 'Type your question',
    send: 'Ask',
    stop: 'Stop',
    note: 'Answers rest on the reports alone; the notice in force governs.',
    length: '{length} / 1000 characters',
    close: 'Close',
    you: 'Q',
    thinking: 'Looking through the reports …',
    answered: 'Answer complete',
    stopped: 'Stopped',
    refused: 'Not in the reports',
    sources: 'Sources',
    nearest: 'Related paragraph',
    sourceButton: 'Source {number}: {title}, paragraph {paragraph}',
    source: 'Source {number}',
    paragraph: 'Paragraph {paragraph}',
    wholeParagraph: 'Whole paragraph',
    inReport: 'View in the report',
    computed: 'Calculated (not a figure of the text)',
    extractive: 'Quoted from the reports',
    generative: 'Phrased by a model, figures checked against the text',
    elapsed: '{ms} ms',
    helpful: 'Helpful',
    unhelpful: 'Not helpful',
    thanks: 'Noted, thank you.',
    notRecorded: 'Your vote was not saved. Please try later.',
    commentLabel: 'What is wrong? (optional)',
    commentSend: 'Submit',
    copy: 'Copy with sources',
    copied: 'Copied',
    notCopied: 'Could not copy; please select the text',
    followUps: 'Ask next',
    table: 'Table, scrolls sideways',
    retry: 'Try again',
    unreachable: 'The service cannot be reached. Check the network or try later; your question is kept in the box.',
    interrupted: 'The connection broke before the answer was complete. Please try again.',
    wait: '(wait about {seconds} seconds)',
    noReports: 'No reports yet.',
    moreReports: '{count} more reports are not listed, but searched all the same.',
    listFailed: 'The list of reports is not available right now.',
    ready: 'Searchable',
    failed: 'Could not be read',
    reportFacts: '{paragraphs} paragraphs · {figures} figures',
    question: 'Q: ',
    answer: 'A: ',
    'urn:bot:problem:question-empty': 'The question is empty.',
    'urn:bot:problem:question-too-long': 'The question is too long: 1000 characters at most.',
    'urn:bot:problem:too-many-requests': 'Too many questions in a minute.',
    'urn:bot:problem:body-too-large': 'The question is too long.',
    'urn:bot:problem:failure': 'Something went wrong on our side; the question was not answered. Please try again.',
  },
};

let language = localStorage.getItem('language') === 'en' ? 'en' : 'zh';

export const current = () => language;

/** The words for a key with {names} filled in; undefined for an unknown key. */
export function t(key, args = {}) {
  return words[language][key]?.replace(/\{(\w+)\}/g, (_, name) => args[name] ?? '');
}

/** Words of a server's problem: its own are Chinese, English ones are known by its type. */
export const problemWords = (problem) =>
  (language === 'en' && words.en[problem.type]) || problem.detail || problem.title;

/** Puts the words of the current language into one element that asks for them. */
export function translate(element) {
  const { t: key, tLabel, tPlaceholder, tArgs } = element.dataset;
  const args = tArgs ? JSON.parse(tArgs) : {};
  if (key) element.textContent = t(key, args);
  if (tLabel) element.setAttribute('aria-label', t(tLabel, args));
  if (tPlaceholder) element.setAttribute('placeholder', t(tPlaceholder, args));
}

export function translatePage() {
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
  document.title = t('name');
  document.querySelectorAll('[data-t], [data-t-label], [data-t-placeholder]').forEach(translate);
}

export function switchLanguage() {
  language = language === 'en' ? 'zh' : 'en';
  localStorage.setItem('language', language);
  translatePage();
}
