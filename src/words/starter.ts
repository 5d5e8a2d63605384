/** The scenario that `callfloor init` writes: small, complete, with a comment at every choice. */

export const en = {
  /** @param schema path of the JSON schema, relative to the file */
  scenario: (schema: string) => `# yaml-language-server: $schema=${schema}
# A centre, its demand, its people and its promises. Change what is not true of yours, then:
#   callfloor check FILE      shows every fault at once, or this file with every default written in
#   callfloor simulate FILE   judges the promises and writes a report
summary: A small hotline on an ordinary Monday

clock:
  start: 2026-03-02              # first day simulated, a Monday
  timeZone: Asia/Shanghai        # of every time in this file
  intervalMinutes: 30            # planning interval of the report

work:
  inquiry:                       # a type of contact; add others beside it
    hours: "08:00-20:00"
    arrivals:
      kind: interval-profile     # other kinds: callfloor kinds arrivals
      from: "08:00"              # contacts per half-hour; or file: calls.csv with the columns start, offered
      counts: [18, 30, 42, 51, 54, 48, 39, 30, 33, 42, 48, 45, 39, 33, 30, 27, 24, 21, 18, 18, 15, 12, 9, 6]
      busyness: { cv: 0.08 }     # some Mondays are busier than others; 0 for none
    ringSeconds: 3               # counts in the wait
    talkSeconds: { kind: log-normal, mean: 190, cv: 1.1 }
    wrapUpSeconds: { kind: exponential, mean: 35 }
    patienceSeconds: { kind: exponential, mean: 150 }   # how long callers would wait
    after:
      abandoned:
        redial: { fraction: 0.5, afterSeconds: { kind: exponential, mean: 180 } }

people:
  groups:
    hotline:
      skills: { inquiry: 1 }     # speed: 1 is usual, 0.8 takes a quarter longer
      staff:                     # heads on the phones from these times on
        - { from: "08:00", agents: 6 }
        - { from: "09:00", agents: 9 }
        - { from: "12:00", agents: 7 }
        - { from: "13:00", agents: 9 }
        - { from: "15:30", agents: 7 }
        - { from: "18:00", agents: 5 }
        - { from: "20:00", agents: 0 }

routing: { kind: longest-wait }

# What may happen on the day. Take the marks away to see it:
# shocks:
#   - { kind: surge, from: "10:00", minutes: 90, times: 3, why: a tariff was launched }

promises:
  - { id: connect, measure: connection-rate, atLeast: 0.9 }
  - { id: answer, measure: answered-within, seconds: 10, atLeast: 0.9 }
`,
};

export const zh: typeof en = {
  scenario: (schema) => `# yaml-language-server: $schema=${schema}
# 一个客服中心：来话、人员与承诺。把与您不符的地方改掉，然后：
#   callfloor check 文件      一次列出所有错误，或输出写明所有默认值的场景
#   callfloor simulate 文件   判定各项承诺并写出报告
summary: 一条小型热线的普通星期一

clock:
  start: 2026-03-02              # 仿真的第一天，星期一
  timeZone: Asia/Shanghai        # 本文件中所有时间的时区
  intervalMinutes: 30            # 报告的时段长度

work:
  咨询:                          # 一种业务；可在旁边添加其他业务
    hours: "08:00-20:00"
    arrivals:
      kind: interval-profile     # 其他写法：callfloor kinds arrivals
      from: "08:00"              # 每半小时的来话数；也可写 file: calls.csv，含 start、offered 两列
      counts: [18, 30, 42, 51, 54, 48, 39, 30, 33, 42, 48, 45, 39, 33, 30, 27, 24, 21, 18, 18, 15, 12, 9, 6]
      busyness: { cv: 0.08 }     # 有的星期一更忙；0 表示没有这种波动
    ringSeconds: 3               # 振铃，计入等待
    talkSeconds: { kind: log-normal, mean: 190, cv: 1.1 }
    wrapUpSeconds: { kind: exponential, mean: 35 }
    patienceSeconds: { kind: exponential, mean: 150 }   # 客户愿意等多久
    after:
      abandoned:
        redial: { fraction: 0.5, afterSeconds: { kind: exponential, mean: 180 } }

people:
  groups:
    热线组:
      skills: { 咨询: 1 }        # 速度：1 为通常，0.8 则多用四分之一的时间
      staff:                     # 从这些时刻起在线的人数
        - { from: "08:00", agents: 6 }
        - { from: "09:00", agents: 9 }
        - { from: "12:00", agents: 7 }
        - { from: "13:00", agents: 9 }
        - { from: "15:30", agents: 7 }
        - { from: "18:00", agents: 5 }
        - { from: "20:00", agents: 0 }

routing: { kind: longest-wait }

# 当天可能发生的事。去掉行首的井号即可试一试：
# shocks:
#   - { kind: surge, from: "10:00", minutes: 90, times: 3, why: 新套餐上线 }

promises:
  - { id: 接通, measure: connection-rate, atLeast: 0.9 }
  - { id: 十秒接听, measure: answered-within, seconds: 10, atLeast: 0.9 }
`,
};
