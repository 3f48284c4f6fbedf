/** Put into every script by the bundler: what JSX turns into. */
export { Fragment, h } from 'preact';
