import { runCommand } from './lib/cli.ts';
import { describeCommands } from './lib/command-list.ts';

const usage = `
npm run help

Lists every command in a line. More on one: \`npm run <command> -- --help\`.
`;

await runCommand({ usage, options: {} }, () => {
  console.log(describeCommands());
  console.log('\nnpm run <command>; more on one: npm run <command> -- --help');
  return Promise.resolve([]);
});
