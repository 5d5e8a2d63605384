import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { callfloor, emptyFolder, shipped } from './callfloor.ts';

/** One call at 09:00 that is not settled, makes a ticket, and comes back an hour later. */
const desk = `
clock: { start: 2026-03-02, days: 2, timeZone: Asia/Shanghai }
calendars: { office: { workingDays: "09:00-17:30", country: CN } }
customers: { tiers: { core: 1, ordinary: 0 } }
work:
  inquiry:
    hours: "08:00-20:00"
    arrivals: { kind: recorded-counts, from: "09:00", counts: [1], intervalMinutes: 1 }
    talkSeconds: 120
    patienceSeconds: { kind: never }
    resolved: 0
    satisfaction: { points: 60, unresolved: 0, spread: 0 }
    after:
      handled: { becomes: { ticket: { fraction: 1, afterHours: 8 } } }
      unresolved: { becomes: { repeat: { fraction: 1, afterHours: 1 } } }
  repeat: { hours: "08:00-20:00", talkSeconds: 60, patienceSeconds: { kind: never }, satisfaction: { points: 95, spread: 0 } }
  ticket: { channel: case, hours: office, handleSeconds: 3000 }
clocks:
  ticket.close: { starts: { ticket: created }, stops: { ticket: handled }, withinHours: 16 }
  answer: { starts: { inquiry: created }, stops: { ticket: handled }, withinHours: 8 }
people:
  groups:
    desk: { skills: { inquiry: 1, repeat: 1 }, staff: 2 }
    office: { skills: { ticket: 1 }, staff: 1 }
`;

function folderWithDesk(): string {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'desk.yaml'), desk);
  return folder;
}

describe('callfloor trace', () => {
  it('callfloor trace tells one customer’s story in both languages', async () => {
    const folder = folderWithDesk();
    const { stderr, stdout } = await callfloor(['trace', 'desk.yaml', '--customer', '0'], { folder });
    expect(stderr).toBe('');
    expect(stdout).toMatchInlineSnapshot(`
      "Customer 0 of inquiry (core), run 0, seed 1

      Mon 2/3 09:01  comes (inquiry), no wait, somebody of desk takes it and needs 2 min
      Mon 2/3 09:03  inquiry: the matter is not settled, the customer gives only 60 points: dissatisfied
      Mon 2/3 10:03  repeat begins, for inquiry was not settled, no wait, somebody of desk takes it and needs 60 s
      Mon 2/3 10:04  repeat: the matter is settled, the customer gives 95 points
      Mon 2/3 17:03  ticket begins, for inquiry was handled, no wait, somebody of office takes it and needs 50 min
      Mon 2/3 17:53  clock ticket.close: in time, after 50 min
      Mon 2/3 17:53  clock answer: late, after 8.9 h

      3 contacts and items, 2 clocks in all.
      "
    `);
    const chinese = await callfloor(['trace', 'desk.yaml', '--lang', 'zh'], { folder });
    expect(chinese.stdout).toMatchInlineSnapshot(`
      "inquiry 的第 0 号客户（core），第 0 次仿真，随机种子 1

      3/2 周一 09:01  来到（inquiry），无需等待，由 desk 的一位坐席受理，用时 2 分钟
      3/2 周一 09:03  inquiry：问题未解决，客户只评 60 分：不满意
      3/2 周一 10:03  repeat 开始，起因：inquiry 未解决，无需等待，由 desk 的一位坐席受理，用时 60 秒
      3/2 周一 10:04  repeat：问题已解决，客户评分 95 分
      3/2 周一 17:03  ticket 开始，起因：inquiry 已处理，无需等待，由 office 的一位坐席受理，用时 50 分钟
      3/2 周一 17:53  时限 ticket.close：按时，用时 50 分钟
      3/2 周一 17:53  时限 answer：超时，用时 8.9 小时

      共 3 次联系与工作，2 个时限。
      "
    `);
  });

  it('callfloor trace refuses a customer who never came, and asks for the work where there are several', async () => {
    const folder = folderWithDesk();
    const nobody = await callfloor(['trace', 'desk.yaml', '--customer', '7'], { folder });
    expect(nobody).toMatchObject({ code: 2, stdout: '' });
    expect(nobody.stderr).toContain('--customer: expected a customer of inquiry who came in that run, 0 to 1, got 7.');
    const which = await callfloor(['trace', shipped('provincial-centre.yaml')], { folder });
    expect(which.code).toBe(2);
    expect(which.stderr).toContain('--work: expected one of inquiry, campaign');
    const unknown = await callfloor(['trace', 'desk.yaml', '--work', 'ticket'], { folder });
    expect(unknown.stderr).toContain('--work: expected one of inquiry, got "ticket".');
  });

  it('callfloor trace --json gives the rows', async () => {
    const { stdout } = await callfloor(['trace', 'desk.yaml', '--json'], { folder: folderWithDesk() });
    const { clocks, contacts } = JSON.parse(stdout);
    expect(contacts.map(({ type }: { type: string }) => type).sort()).toEqual(['inquiry', 'repeat', 'ticket']);
    expect(clocks.map(({ result }: { result: string }) => result).sort()).toEqual(['met', 'missed']);
  });
});
