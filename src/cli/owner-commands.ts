import { Option } from 'commander';
import { FORMATS, type Format } from '../core/definition/agent-definition.ts';
import { type CommandLine, choiceOption, JSON_HELP, REF_HELP, share, wholeNumber } from './command-line.ts';
import { type GivenOptions, givenWords, withGivenWords } from './pipes/given-words.ts';
import { REVIEW_FAILURES, type ReviewFailure } from './review/review-settings.ts';

interface LineageValues extends GivenOptions {
  readonly in?: readonly string[];
  readonly credits: boolean;
  readonly json: boolean;
}

const lineageCommand: CommandLine = {
  name: 'lineage',
  define: (command, { context, finish, shared }) => {
    withGivenWords(command)
      .description('tell which agents a file was made of, by the lines it has from them')
      .argument('[file...]', `files, or agents: ${REF_HELP}`)
      .option('--in <folder...>', 'look for what it was made of only there')
      .option('--credits', 'tell the source and the licence file of each of them too', false)
      .option('--json', JSON_HELP, false)
      .action(async (files: readonly string[], { in: folders = [], ...options }: LineageValues) => {
        const { lineage } = await import('./authoring.ts');
        const words = await givenWords(context, files, options, 'file');
        finish(await lineage(context, words, { ...options, in: folders, ...shared() }));
      });
  },
};

const sharedCommand: CommandLine = {
  name: 'shared',
  define: (command, { context, finish, shared: ofEvery }) => {
    command
      .description('list the lines that several agents have, twins counted once')
      .option('--min <count>', 'in how many agents a line stands at least', wholeNumber, 3)
      .option('--json', JSON_HELP, false)
      .action(async (options: { min: number; json: boolean }) => {
        const { shared } = await import('./authoring.ts');
        finish(await shared(context, { ...options, ...ofEvery() }));
      });
  },
};

const rivalsCommand: CommandLine = {
  name: 'rivals',
  define: (command, { context, finish, shared }) => {
    command
      .description('list rivals: agents loaded together whose names and descriptions compete for the same request')
      .option('--threshold <share>', 'how much they compete at least, 0 to 1, or in percent', share)
      .option('--json', JSON_HELP, false)
      .action(async (options: { json: boolean; threshold?: number }) => {
        const { rivals } = await import('./authoring.ts');
        finish(await rivals(context, { ...options, ...shared() }));
      });
  },
};

const budgetCommand: CommandLine = {
  name: 'budget',
  define: (command, { context, finish, shared }) => {
    command
      .description('tell how many tokens of every session names and descriptions take, and what could go')
      .option('--check <tokens>', 'fail where a harness is given more than this', wholeNumber)
      .option('--json', JSON_HELP, false)
      .action(async (options: { json: boolean; check?: number }) => {
        const { budget } = await import('./authoring.ts');
        finish(await budget(context, { ...options, ...shared() }));
      });
  },
};

const usageCommand: CommandLine = {
  name: 'usage',
  define: (command, { context, finish, shared }) => {
    command
      .description('count how often each agent was called, in the transcripts that Claude Code keeps')
      .option('--json', JSON_HELP, false)
      .action(async (options: { json: boolean }) => {
        const { usage } = await import('./authoring.ts');
        finish(await usage(context, { ...options, ...shared() }));
      });
  },
};

const tryCommand: CommandLine = {
  name: 'try',
  define: (command, { context, finish, shared }) => {
    command
      .description('start a harness with an agent, or a draft, for one session that leaves nothing behind')
      .argument('<agent>', `${REF_HELP}; or the id of a draft`)
      .argument('[option...]', 'behind --: options for the harness')
      .addOption(choiceOption('--with <harness>', 'the harness; else the one it is written for', FORMATS))
      .action(async (reference: string, given: readonly string[], options: { with?: Format }) => {
        const { tryAgent } = await import('./authoring.ts');
        finish(await tryAgent(context, reference, given, { with: options.with ?? null, ...shared() }));
      });
  },
};

interface ReviewValues {
  readonly since: string;
  readonly format: 'markdown' | 'json' | 'github';
  readonly json: boolean;
  readonly failOn?: readonly ReviewFailure[];
  readonly budget?: number;
}

const reviewCommand: CommandLine = {
  name: 'review',
  define: (command, { context, finish, shared }) => {
    command
      .description('tell in one summary what a change does to the agents of a project: for a pull request')
      .option('--since <revision>', 'the git revision that is compared with what is there', 'HEAD')
      .addOption(choiceOption('--format <format>', 'how to print', ['markdown', 'json', 'github']).default('markdown'))
      .addOption(
        new Option('--fail-on <what...>', 'what must not pass; else what .agents/review.json says').choices([
          ...REVIEW_FAILURES,
        ]),
      )
      .option('--budget <tokens>', 'fail where a harness is given more than this', wholeNumber)
      .option('--json', JSON_HELP, false)
      .action(async ({ json, failOn, budget, ...options }: ReviewValues) => {
        const { review } = await import('./authoring.ts');
        const format = json ? 'json' : options.format;
        const asked = { ...options, format, failOn: failOn ?? null, budget: budget ?? null } as const;
        finish(await review(context, { ...asked, ...shared() }));
      });
  },
};

/** The commands for whoever has many agents. */
export const OWNER_COMMANDS: readonly CommandLine[] = [
  lineageCommand,
  sharedCommand,
  rivalsCommand,
  budgetCommand,
  usageCommand,
  tryCommand,
  reviewCommand,
];
