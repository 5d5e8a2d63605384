/**
 * What the command line says, in both languages: help texts, faults of usage, progress, where the report lies.
 */

/** Where and how a run was stopped. */
interface RunLimitMet {
  queue: string;
  run: number;
  seed: string;
  most: string;
}

export const en = {
  locale: 'en',
  about: 'Will this roster keep these promises? A simulator for customer-service centres.',
  docs: 'Exit codes: 0 fine, 1 a promise is broken or a check failed, 2 bad input, 3 Callfloor itself failed, 130 stopped.\nTutorial and reference: the docs/ folder of the package.',
  help: 'show help',
  version: 'show the version',
  lang: 'language of messages and report (default: from the environment)',
  /** One line each; what more a command says stands in its own topic, read when it is called. */
  commands: {
    simulate: 'simulate a scenario and judge its promises; the report goes to out/<scenario>-<seed>/',
    compare:
      'compare rosters, routings or whole scenarios on the same customers; which is better, by how much, how surely',
    why: 'split what is missed into its causes, and find a small change that would mend it',
    check: 'check a scenario: all faults at once, or the scenario with every default written in',
    init: 'write a commented starter scenario',
    erlang: 'Erlang B, C and A side by side: agents needed, service given, what the staff can carry',
    explain: 'a small lesson on a scenario, or on one queue: why the formulas and the simulation differ, in pictures',
    longRun: 'what a centre settles to if one instant lasted for ever: warm-up removed, batch means, Erlang beside',
    staff: 'agents for every interval of a table or a scenario, by several methods; with agents: the service they give',
    roster: 'rosters: check any, build one that keeps the promises',
    norm: 'does the centre keep its service norm? the statement clause by clause, with its evidence',
    qa: 'quality assurance: what a sample takes and what it shows',
    drill: 'rehearse an emergency on a running model of the centre, decide, and look back',
    trace: 'Tell the story of one customer: every contact, everything that followed from it, every clock',
    verify: 'check this program against reference files of exact values',
    schemas: 'write the JSON schemas that editors use to complete and check files',
    kinds: 'list what may stand after "kind:" in a scenario',
  },
  positionals: {
    scenario: 'scenario file, YAML or JSON',
    init: 'file to write; an existing file is left alone',
    verify: 'reference files, JSON',
    schemas: 'folder to write to',
    family: 'one family only, for instance durations',
  },
  options: {
    demand: 'take the demand from this CSV instead',
    day: 'which day of the demand, as the day column of its CSV has it',
    work: 'which work type that demand is for (default: the only one, or all that read one file)',
    seed: 'seed of everything random; the same seed gives the same report',
    runs: 'number of simulated days (default: as many as the promises need)',
    confidence: 'confidence of every interval and verdict, for instance 0.99 (default: as the scenario says)',
    maxRuns:
      'simulated days at most until every promise is decided; where the scenario’s minRuns is more, they are looked at once, after these (default: as the scenario says)',
    threads: 'worker threads (default: one per processor); the result does not depend on it',
    out: 'folder that the report folder is made in',
    json: 'print one JSON object on standard output and nothing else',
    checkJson: 'print the resolved scenario as JSON',
    trace: 'write trace.csv: one row per contact of one run',
    traceRun: 'the run that --trace writes (default: 0, the first)',
    png: 'charts as PNG too',
    quiet: 'no progress and no summary',
    exitZero: 'exit code 0 also when a promise is broken',
    verifyRuns: 'simulated days per time-varying reference file',
    schemasCheck: 'write nothing; exit code 1 when a file is not up to date',
  },
  parser: {
    'Commands:': 'Commands:',
    'Options:': 'Options:',
    'Positionals:': 'Arguments:',
    boolean: 'yes/no',
    string: 'text',
    number: 'number',
    array: 'list',
    required: 'required',
    'default:': 'default:',
    'choices:': 'one of:',
    'Unknown argument: %s': { one: 'Unknown option or argument: %s', other: 'Unknown options or arguments: %s' },
    'Unknown command: %s': { one: 'Unknown command: %s', other: 'Unknown commands: %s' },
    'Not enough non-option arguments: got %s, need at least %s': {
      one: 'A file or argument is missing: got %s, need at least %s',
      other: 'A file or argument is missing: got %s, need at least %s',
    },
    'Too many non-option arguments: got %s, maximum of %s': {
      one: 'Too many arguments: got %s, at most %s',
      other: 'Too many arguments: got %s, at most %s',
    },
    'Not enough arguments following: %s': 'The option --%s needs a value',
    'Missing required argument: %s': {
      one: 'The option --%s is missing',
      other: 'Options are missing, each with -- before it: %s',
    },
    'Invalid values:': 'Invalid value:',
    'Argument: %s, Given: %s, Choices: %s': '--%s is %s, expected one of %s',
    'Did you mean %s?': 'Did you mean %s?',
  },
  usage: {
    didYouMean: (names: string) => `Did you mean ${names}?`,
    seeHelp: (command: string) => `See ${command} --help.`,
    chooseVerb: (command: string, verbs: string) => `Say what callfloor ${command} shall do: ${verbs}.`,
    wholeNumber: (option: string, low: number, high: number, got: string) =>
      `--${option} must be a whole number from ${low} to ${high}, got "${got}".`,
    seed: (got: string) =>
      `--seed may have up to 64 letters, digits and . _ - and begins with a letter or digit, got "${got}".`,
    traceRunAlone: (run: string) => `--trace-run ${run} says which run --trace writes: add --trace, or leave it out.`,
    workAlone: (work: string) =>
      `--work ${work} says whose demand --demand or --day changes; neither was given. Try --demand <file>.`,
    noFolder: '--out needs the name of a folder, got nothing.',
    runsTwice:
      '--runs asks for so many days whatever they show, --max-runs for as many as it takes up to a limit. Give one of them.',
    family: (got: string, names: string) => `There is no family "${got}". There are: ${names}.`,
  },
  files: {
    missing: (path: string, near: string) =>
      `There is no file ${path}.${near === '' ? '' : ` In that folder there is: ${near}.`}`,
    directory: (path: string, near: string) =>
      `${path} is a folder, not a file.${near === '' ? '' : ` In it there is: ${near}.`}`,
    notRegular: (path: string) => `${path} is not an ordinary file.`,
    unreadable: (path: string, reason: string) => `${path} cannot be read: ${reason}.`,
    tooLarge: (path: string, size: string, limit: string) =>
      `${path} has ${size}; the limit is ${limit}. Was this the file you meant?`,
    exists: (path: string) => `${path} exists already and was left as it is. Give another name.`,
    unwritable: (path: string, reason: string) =>
      `Nothing can be written to ${path}: ${reason}. Give another folder with --out.`,
    unwritableFile: (path: string, reason: string) => `${path} cannot be written: ${reason}.`,
    reasons: {
      EACCES: 'permission denied',
      EPERM: 'permission denied',
      EROFS: 'the disk is read-only',
      ENOSPC: 'the disk is full',
      ENOENT: 'no such folder',
      ENOTDIR: 'a part of the path is a file',
      EEXIST: 'a file of that name is in the way',
      EISDIR: 'it is a folder',
      ENAMETOOLONG: 'the name is too long',
      ELOOP: 'its links go round in circles',
      EBUSY: 'it is in use',
      EDQUOT: 'your share of the disk is used up',
      EFBIG: 'files may not grow that large here',
    } as Record<string, string>,
  },
  progress: {
    bar: '{bar} {percentage} % · {text}',
    day: (runs: string, most: string) => `day ${runs} of at most ${most}`,
    decided: (decided: number, promises: number) => `${decided} of ${promises} promises decided`,
    left: (time: string) => `at most ${time} left`,
    stopping: 'Stopping after the days in hand; once more to stop at once.',
    givingUp: 'Stopping; once more to stop at once.',
    drawing: 'Drawing the report …',
    nothingDone: 'Stopped before the first day was done; nothing was written.',
  },
  plugin: (path: string, reason: string) => `The module ${path} cannot be loaded: ${reason}`,
  report: (path: string) => `Report: ${path}`,
  trace: (path: string) => `Trace: ${path}`,
  started: (path: string, command: string) => `Wrote ${path}. Try it: ${command}`,
  leakyClock: (v: { clock: string; from: string; share: string }) =>
    `Note: the clock ${v.clock} stops for at most ${v.share} of what starts it at ${v.from}, even if everybody is served; the rest counts as late for ever. If that is not meant, let the follow-ups that lead to its stop add up to 1, or start it further on.`,
  checked: (path: string) => `# ${path} is sound. With every default written in:`,
  schemas: {
    wrote: (path: string) => `Wrote ${path}`,
    stale: (path: string) => `${path} is not up to date: run callfloor schemas`,
    fresh: (path: string) => `${path} is up to date`,
  },
  kinds: {
    field: 'field',
    required: 'required',
    default: (value: string) => `default ${value}`,
    own: (variants: string) => `definitions: ${variants}`,
  },
  verify: {
    file: 'file',
    rows: 'rows',
    compared: 'numbers compared',
    failed: 'disagree',
    unsupported: 'rows not supported',
    worst: 'worst error',
    result: 'result',
    judgements: { pass: '✓ pass', fail: '✗ FAIL', unsupported: '– not supported' },
    notJson: (place: string) =>
      `${place}: expected a file of exact values in JSON, got something else. Try a file with "family" and "rows".`,
    disagrees: (file: string, row: number, field: string, expected: string, actual: string) =>
      `${file} row ${row} ${field}: expected ${expected}, got ${actual}`,
    notComputed: (file: string, row: number, reason: string) => `${file} row ${row} is not supported: ${reason}`,
    fields: (file: string, fields: string) => `${file}: these fields are not computed: ${fields}`,
    simulated: (file: string, convention: string, runs: string, worst: string, rms: string) =>
      `${file} ${convention}: ${runs} days, worst |z| ${worst}, root mean square z ${rms}`,
  },
  runLimit: {
    contacts: ({ queue, run, seed, most }: RunLimitMet) =>
      `Run ${run} with seed ${seed} was stopped: more than ${most} contacts in the centre at once, most of them waiting for ${queue}. Expected a load that some centre can bear. Try less demand, more staff, a shorter patience or a limit to the waiting room or the lines. Nothing was written.`,
    attempts: ({ queue, run, seed, most }: RunLimitMet) =>
      `Run ${run} with seed ${seed} was stopped: more than ${most} attempts; the longest queue is ${queue}. Expected a load that some centre can bear. Try less demand, fewer days, or fewer redials. Nothing was written.`,
  },
  internal: (message: string, command: string, version: string) =>
    `Callfloor itself failed: ${message}\nThis is a fault of the program, not of your file. This command replays it (version ${version}):\n  ${command}`,
};

/** Every text of the command line in one language. */
export type CliWords = typeof en;

export const zh: CliWords = {
  locale: 'zh_CN',
  about: '这份排班能兑现这些承诺吗？面向客服中心的仿真工具。',
  docs: '退出码：0 正常，1 有承诺未达标或检查未通过，2 输入有误，3 Callfloor 自身出错，130 被中止。\n教程与参考：见软件包的 docs/ 目录。',
  help: '显示帮助',
  version: '显示版本号',
  lang: '消息与报告的语言（默认取自系统环境）',
  commands: {
    simulate: '仿真一个场景并判定其承诺；报告写入 out/<场景>-<随机种子>/',
    compare: '在同一批客户上比较排班、路由或整个场景：哪个更好、好多少、有多大把握',
    why: '把未达标的差距分解到各个原因，并找出能补救的小改动',
    check: '检查场景文件：一次列出全部错误，或输出写明所有默认值的场景',
    init: '写出一份带注释的入门场景',
    erlang: 'Erlang B、C、A 并列：需要多少坐席、服务水平如何、现有人员能承担多少',
    explain: '针对一个场景或一个队列的小课：用图说明公式与仿真为何不同',
    longRun: '若某一时刻一直持续，中心最终稳定在什么水平：去除预热、批均值、与 Erlang 公式对照',
    staff: '按多种方法计算表格或场景中每个时段所需的坐席；给出人数时计算其服务水平',
    roster: '班表：检查任意班表，排出兑现承诺的班表',
    norm: '中心是否达到服务规范？逐条给出结论与依据',
    qa: '质检：抽检需要多少人手，又能看出什么',
    drill: '在运行的中心模型上演练应急、作出决策并复盘',
    trace: '讲述一位客户的经历：每次联系、由此产生的每项工作、每个时限',
    verify: '用精确参考值文件检验本程序',
    schemas: '写出供编辑器补全和检查用的 JSON schema',
    kinds: '列出场景中“kind:”之后可写的名称',
  },
  positionals: {
    scenario: '场景文件，YAML 或 JSON',
    init: '要写的文件；已存在的文件不会被改动',
    verify: '参考值文件，JSON',
    schemas: '写入的目录',
    family: '只列一个类别，例如 durations',
  },
  options: {
    demand: '改用此 CSV 中的话务量',
    day: '取话务量的哪一天（按 CSV 的 day 列）',
    work: '该话务量属于哪种业务（默认：唯一的一种，或共读同一文件的各种）',
    seed: '随机种子；相同则报告相同',
    runs: '仿真天数（默认：判定承诺所需的天数）',
    confidence: '各区间与判定的置信水平，例如 0.99（默认取场景所写）',
    maxRuns: '判定全部承诺最多仿真的天数；若少于场景的 minRuns，则只在此时查看一次（默认取场景所写）',
    threads: '工作线程数（默认：每个处理器一个）；不影响结果',
    out: '报告目录所在的目录',
    json: '标准输出只打印一个 JSON 对象',
    checkJson: '以 JSON 输出解析后的场景',
    trace: '写出 trace.csv：某一天的每个联系一行',
    traceRun: '--trace 写出的那一天的编号（默认：0，即第一天）',
    png: '图表另存为 PNG',
    quiet: '不显示进度和摘要',
    exitZero: '即使有承诺未达标，退出码也为 0',
    verifyRuns: '每个时变参考文件的仿真天数',
    schemasCheck: '不写文件；若有文件过期则退出码为 1',
  },
  parser: {
    'Commands:': '命令：',
    'Options:': '选项：',
    'Positionals:': '参数：',
    boolean: '开关',
    string: '文本',
    number: '数字',
    array: '列表',
    required: '必需',
    'default:': '默认值:',
    'choices:': '可选值:',
    'Unknown argument: %s': { one: '无法识别的选项或参数：%s', other: '无法识别的选项或参数：%s' },
    'Unknown command: %s': { one: '无法识别的命令：%s', other: '无法识别的命令：%s' },
    'Not enough non-option arguments: got %s, need at least %s': {
      one: '缺少文件或参数：给了 %s 个，至少需要 %s 个',
      other: '缺少文件或参数：给了 %s 个，至少需要 %s 个',
    },
    'Too many non-option arguments: got %s, maximum of %s': {
      one: '参数过多：给了 %s 个，最多 %s 个',
      other: '参数过多：给了 %s 个，最多 %s 个',
    },
    'Not enough arguments following: %s': '选项 --%s 需要一个值',
    'Missing required argument: %s': { one: '缺少选项 --%s', other: '缺少选项（各以 -- 开头）：%s' },
    'Invalid values:': '无效的值：',
    'Argument: %s, Given: %s, Choices: %s': '--%s 为 %s，可选值为 %s',
    'Did you mean %s?': '是指 %s 吗？',
  },
  usage: {
    didYouMean: (names) => `是指 ${names} 吗？`,
    seeHelp: (command) => `请看 ${command} --help。`,
    chooseVerb: (command, verbs) => `请指明 callfloor ${command} 要做什么：${verbs}。`,
    wholeNumber: (option, low, high, got) => `--${option} 须为 ${low} 到 ${high} 的整数，实际为“${got}”。`,
    seed: (got) => `--seed 最多 64 个字母、数字或 . _ -，并以字母或数字开头，实际为“${got}”。`,
    traceRunAlone: (run) => `--trace-run ${run} 说明 --trace 写出哪一天：请加 --trace，或去掉它。`,
    workAlone: (work) =>
      `--work ${work} 说明 --demand 或 --day 替换哪种业务的需求，但两者都未给出。请加 --demand <文件>。`,
    noFolder: '--out 需要目录名，却是空的。',
    runsTwice: '--runs 要求固定的天数，--max-runs 只规定上限。请只给其中一个。',
    family: (got, names) => `没有“${got}”这个类别。可用的有：${names}。`,
  },
  files: {
    missing: (path, near) => `文件 ${path} 不存在。${near === '' ? '' : `该目录中有：${near}。`}`,
    directory: (path, near) => `${path} 是目录，不是文件。${near === '' ? '' : `其中有：${near}。`}`,
    notRegular: (path) => `${path} 不是普通文件。`,
    unreadable: (path, reason) => `无法读取 ${path}：${reason}。`,
    tooLarge: (path, size, limit) => `${path} 有 ${size}，上限为 ${limit}。是不是选错了文件？`,
    exists: (path) => `${path} 已存在，未作改动。请换一个名字。`,
    unwritable: (path, reason) => `无法写入 ${path}：${reason}。请用 --out 指定其他目录。`,
    unwritableFile: (path, reason) => `无法写入 ${path}：${reason}。`,
    reasons: {
      EACCES: '没有权限',
      EPERM: '没有权限',
      EROFS: '磁盘为只读',
      ENOSPC: '磁盘已满',
      ENOENT: '没有该目录',
      ENOTDIR: '路径中的一段是文件',
      EEXIST: '已有同名文件',
      EISDIR: '它是目录',
      ENAMETOOLONG: '名称过长',
      ELOOP: '符号链接循环',
      EBUSY: '正被占用',
      EDQUOT: '磁盘配额已用完',
      EFBIG: '此处不允许这么大的文件',
    },
  },
  progress: {
    bar: '{bar} {percentage} % · {text}',
    day: (runs, most) => `第 ${runs} 天（最多 ${most} 天）`,
    decided: (decided, promises) => `${promises} 项承诺已判定 ${decided} 项`,
    left: (time) => `最多还需 ${time}`,
    stopping: '做完手头的几天后停止；再按一次立即停止。',
    givingUp: '正在停止；再按一次立即停止。',
    drawing: '正在绘制报告……',
    nothingDone: '第一天尚未做完就已停止；没有写任何文件。',
  },
  plugin: (path, reason) => `无法加载模块 ${path}：${reason}`,
  report: (path) => `报告：${path}`,
  trace: (path) => `逐条记录：${path}`,
  started: (path, command) => `已写出 ${path}。试一试：${command}`,
  leakyClock: (v) =>
    `注意：时限 ${v.clock} 从 ${v.from} 启动，即使人人得到服务，也至多 ${v.share} 会停止，其余始终算超时。若非本意，请让通往停止点的后续业务合计为 1，或让时限晚些启动。`,
  checked: (path) => `# ${path} 没有错误。写明所有默认值如下：`,
  schemas: {
    wrote: (path) => `已写出 ${path}`,
    stale: (path) => `${path} 已过期：请运行 callfloor schemas`,
    fresh: (path) => `${path} 是最新的`,
  },
  kinds: {
    field: '字段',
    required: '必需',
    default: (value) => `默认 ${value}`,
    own: (variants) => `定义：${variants}`,
  },
  verify: {
    file: '文件',
    rows: '行数',
    compared: '比较的数',
    failed: '不符',
    unsupported: '不支持的行',
    worst: '最大误差',
    result: '结果',
    judgements: { pass: '✓ 通过', fail: '✗ 失败', unsupported: '– 不支持' },
    notJson: (place) => `${place}：应为 JSON 格式的精确参考值文件，实为其他内容。建议：使用含“family”和“rows”的文件。`,
    disagrees: (file, row, field, expected, actual) =>
      `${file} 第 ${row} 行 ${field}：应为 ${expected}，实为 ${actual}`,
    notComputed: (file, row, reason) => `${file} 第 ${row} 行不支持：${reason}`,
    fields: (file, fields) => `${file}：未计算的字段：${fields}`,
    simulated: (file, convention, runs, worst, rms) =>
      `${file} ${convention}：${runs} 天，最大 |z| ${worst}，z 的均方根 ${rms}`,
  },
  runLimit: {
    contacts: ({ queue, run, seed, most }) =>
      `随机种子 ${seed} 的第 ${run} 次模拟已中止：中心内同时有超过 ${most} 个联络，其中多数在等待 ${queue}。负荷须在呼叫中心可承受的范围内。建议：减少需求，增加人手，缩短耐心时间，或限制等候席位或线路。没有写入任何文件。`,
    attempts: ({ queue, run, seed, most }) =>
      `随机种子 ${seed} 的第 ${run} 次模拟已中止：尝试次数超过 ${most}；最长的队列是 ${queue}。负荷须在呼叫中心可承受的范围内。建议：减少需求、天数或重拨。没有写入任何文件。`,
  },
  internal: (message, command, version) =>
    `Callfloor 自身出错：${message}\n这是程序的错误，不是您的文件的问题。用下面的命令可以重现（版本 ${version}）：\n  ${command}`,
};
