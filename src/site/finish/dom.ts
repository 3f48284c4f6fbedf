import { DomUtils, parseDocument } from 'htmlparser2';

export type DomElement = NonNullable<ReturnType<typeof DomUtils.findOne>>;
export { DomUtils, parseDocument };
