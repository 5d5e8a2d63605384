/** What the YAML parser finds wrong, by its codes, in words for somebody who does not know YAML. */
import type { ErrorCode } from 'yaml';
import type { Bilingual } from './dictionary.ts';

/** A phrase for each code of the parser. */
export const yamlFaults: Record<ErrorCode, Bilingual> = {
  ALIAS_PROPS: { en: 'an alias with a tag or anchor', zh: '带标签或锚点的别名' },
  BAD_ALIAS: { en: 'an alias or anchor without a proper name', zh: '名称有误的别名或锚点' },
  BAD_COLLECTION_TYPE: { en: 'a tag that does not fit its list or map', zh: '与列表或键值表不符的标签' },
  BAD_DIRECTIVE: { en: 'a line beginning with % that YAML does not know', zh: '以 % 开头的未知指令' },
  BAD_DQ_ESCAPE: { en: 'an unknown \\ sequence within double quotes', zh: '双引号内未知的 \\ 转义' },
  BAD_INDENT: { en: 'a line that is not indented like its neighbours', zh: '与相邻行缩进不一致的行' },
  BAD_PROP_ORDER: { en: 'an anchor or tag in the wrong place', zh: '位置错误的锚点或标签' },
  BAD_SCALAR_START: {
    en: 'a text that begins with @, ` or % and is not quoted',
    zh: '以 @、` 或 % 开头且未加引号的文字',
  },
  BLOCK_AS_IMPLICIT_KEY: { en: 'a list or map where a key should stand', zh: '应为键的位置出现列表或键值表' },
  BLOCK_IN_FLOW: { en: 'an indented list or map within [ ] or { }', zh: '[ ] 或 { } 内出现缩进写法' },
  DUPLICATE_KEY: { en: 'a key twice', zh: '重复的键' },
  IMPOSSIBLE: { en: 'something that cannot be read', zh: '无法读取的内容' },
  KEY_OVER_1024_CHARS: { en: 'a key of more than 1024 characters', zh: '超过 1024 个字符的键' },
  MISSING_CHAR: {
    en: 'a missing character, such as a quote, colon, comma or bracket',
    zh: '缺少引号、冒号、逗号或括号等字符',
  },
  MULTILINE_IMPLICIT_KEY: { en: 'a key over several lines', zh: '跨行的键' },
  MULTIPLE_ANCHORS: { en: 'two anchors at one place', zh: '同一处有两个锚点' },
  MULTIPLE_DOCS: { en: 'several documents parted by ---', zh: '以 --- 分隔的多个文档' },
  MULTIPLE_TAGS: { en: 'two tags at one place', zh: '同一处有两个标签' },
  NON_STRING_KEY: { en: 'a key that is not text', zh: '不是文字的键' },
  RESOURCE_EXHAUSTION: { en: 'lists or maps nested beyond reading', zh: '嵌套过深的列表或键值表' },
  TAB_AS_INDENT: { en: 'a tab as indentation, where YAML allows only spaces', zh: '用制表符缩进（YAML 只允许空格）' },
  TAG_RESOLVE_FAILED: { en: 'an unknown tag (!…)', zh: '未知的标签（!…）' },
  UNEXPECTED_TOKEN: { en: 'a character that does not belong there', zh: '不应出现的字符' },
};
