/** The channels by which contacts come, and the work that no customer watches. */
import { KindList } from '../kind.ts';
import { type ChannelKind, channel } from './channel-kind.ts';

export type { ChannelKind } from './channel-kind.ts';

const live = { customerWaits: true, talks: true, severalAtOnce: false, canBeLaidAside: false };
const written = { customerWaits: false, talks: false, severalAtOnce: false, canBeLaidAside: true };
const typed = { severalAtOnce: true };

/** Every channel that work may name. A channel of one's own is added with `channels.add`. */
export const channels = new KindList<ChannelKind>('channels', [
  channel(
    'voice',
    {
      en: 'Telephone: one contact at a time, the caller waits on the line',
      zh: '电话：一次一个，来电者在线等待',
    },
    live,
  ),
  channel(
    'chat',
    {
      en: 'Chat: the customer waits in the window; an agent may hold several (`concurrency`)',
      zh: '在线聊天：客户在窗口中等待；坐席可同时接待多个会话（`concurrency`）',
    },
    { ...live, ...typed },
  ),
  channel('counter', { en: 'Counter: the customer waits in the room', zh: '线下网点：客户现场等候' }, live),
  channel(
    'message',
    {
      en: 'APP, WeChat, e-mail, web form: written at any hour, answered when the work is open',
      zh: 'APP、微信、电子邮件、网页表单：随时可发，服务时间内回复',
    },
    { ...written, ...typed },
  ),
  channel(
    'voicemail',
    {
      en: 'Voicemail: left outside hours, answered when the work is open',
      zh: '语音留言：非服务时间留下，服务时间内回复',
    },
    written,
  ),
  channel(
    'case',
    {
      en: 'Back office: tickets, complaints, checks; nobody waits for it on a line',
      zh: '后台工单、投诉、核查：无人在线等待',
    },
    written,
  ),
  channel(
    'outbound',
    { en: 'Calls that the centre makes: call-backs, satisfaction calls, revisits', zh: '外呼：回电、满意度回访、跟进' },
    { ...live, customerWaits: false },
  ),
]);
