import type { Severity } from './model/finding.ts';
import type { Section, Strictness } from './sections.ts';

export const profileNames = ['op-ed', 'news', 'report', 'wiki'] as const;

/** A kind of text, by which the rules' severities are set before the user's own choices. */
export type ProfileName = (typeof profileNames)[number];

export interface Profile {
  /** What the profile is for, as the settings page says it. */
  readonly description: string;
  /** Severities that differ from the rules' own: by rule, or by family with a star. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly sections: Readonly<Partial<Record<Section, Strictness>>>;
}

/**
 * The profiles. A rule that is wrong more often than one time in five stays a hint or off in `op-ed`, the default;
 * the others are for desks whose own style guide asks for more, and may raise it to information.
 */
export const profiles: Readonly<Record<ProfileName, Profile>> = {
  'op-ed': {
    description: 'Opinion: quiet. Judgements are the writer’s own; facts want a source.',
    rules: {},
    sections: {},
  },
  news: {
    description:
      'News: nothing without a name. Certainty of the writer’s own and unnamed groups weigh more, the headline and the lead most.',
    rules: {
      'vague-source': 'error',
      'agentless-report': 'error',
      'collective-source': 'information',
      'unattributed-quote': 'hint',
      'empty-certainty': 'warning',
      'vague-time': 'information',
      'unexplained-acronym': 'hint',
    },
    sections: { headline: 'stricter', lead: 'stricter' },
  },
  report: {
    description: 'Reports and studies: how many, when and which study weigh more; hedging is honest and left alone.',
    rules: {
      'vague-study': 'error',
      'vague-quantity': 'information',
      'vague-time': 'information',
      'hedged-claim': 'off',
      'empty-certainty': 'warning',
      'quotation-without-page': 'hint',
      'unexplained-acronym': 'hint',
    },
    sections: {},
  },
  wiki: {
    description:
      'Encyclopaedias: words to watch weigh more, such as unnamed authorities, relative times and editorialising.',
    rules: {
      'vague-source': 'error',
      'agentless-report': 'error',
      'collective-source': 'information',
      editorialising: 'information',
      'empty-certainty': 'warning',
      'quotation-without-page': 'hint',
      'unexplained-acronym': 'hint',
      'vague-time': 'information',
      'vague-quantity': 'information',
    },
    sections: { quotation: 'looser' },
  },
};
