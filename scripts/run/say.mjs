/** Prints one step as it begins. */
export function say(text) {
  console.log(`\n▸ ${text}`);
}

/** Ends the run with what is wrong and what to do. */
export function fail(fault, remedy) {
  console.error(`\n✗ ${fault}\n  ${remedy}`);
  process.exit(1);
}
