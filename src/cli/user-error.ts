/** A mistake of the person at the keyboard, already worded for them: printed without a stack trace, exit code 2. */
export class UserError extends Error {
  override readonly name = 'UserError';
}
