/** What `simulate --watch` says. */

export const en = {
  option: 'simulate anew whenever a file of the scenario is saved; prints the verdict, writes no report',
  alone: (option: string) =>
    `--watch shows the verdict and writes nothing: leave ${option} out, or run without --watch.`,
  reading: (file: string) => `Reading ${file} …`,
  /** Until the first day is done; seconds since it began, where they are shown. */
  first: ({ contacts, seconds }: { contacts: string; seconds: string | null }) =>
    `Simulating the first day, about ${contacts} contacts; the first verdict comes when it is done.${seconds === null ? '' : ` ${seconds} so far.`}`,
  going: (runs: string) => `After ${runs} simulated ${runs === '1' ? 'day' : 'days'}; it goes on.`,
  waiting: (files: number) =>
    files === 1
      ? 'Waiting for the scenario to be saved. Ctrl-C ends.'
      : `Waiting for one of ${files} files to be saved. Ctrl-C ends.`,
};

/** Every text of watching in one language. */
export type WatchWords = typeof en;

export const zh: WatchWords = {
  option: '场景的任一文件保存后即重新仿真；只显示结论，不写报告',
  alone: (option) => `--watch 只显示结论，不写任何文件：请去掉 ${option}，或不用 --watch 运行。`,
  reading: (file) => `正在读取 ${file}……`,
  first: ({ contacts, seconds }) =>
    `正在仿真第一天，约 ${contacts} 个联络；完成后显示第一个结论。${seconds === null ? '' : `已用 ${seconds}。`}`,
  going: (runs) => `已仿真 ${runs} 天，仍在继续。`,
  waiting: (files) =>
    files === 1 ? '等待场景文件保存。按 Ctrl-C 结束。' : `等待 ${files} 个文件中任一个保存。按 Ctrl-C 结束。`,
};
