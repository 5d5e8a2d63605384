/** What every command is: its name, and how it tells the parser of its options. What it does is loaded when it is called. */
import type { Argv } from 'yargs';
import type { Lang } from '../words/dictionary.ts';
import type { OptionMakers, OptionTable } from './options.ts';

/** What a command needs to define itself. */
export interface CommandContext {
  /** Of everything printed. */
  readonly lang: Lang;
  readonly make: OptionMakers;
  /** Takes the command's options, so that a misspelt one can be told which was meant; returns them as they are. */
  offer<T extends OptionTable>(table: T): T;
  /** To be called with the exit code of the command that ran. */
  ended(exitCode: number): void;
}

/** One command. */
export interface Command {
  /** As typed after `callfloor`. */
  readonly name: string;
  /** Of a group such as `roster`: what may follow the name, in the order of the help. */
  readonly verbs?: readonly string[];
  /** Adds the command to the parser. */
  define(parser: Argv, context: CommandContext): Argv;
}
