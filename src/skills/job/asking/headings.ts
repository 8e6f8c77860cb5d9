import type { SectionKind } from '../reading/block.ts';
import { anyOf } from './phrases.ts';

/** What headings say, the narrower first: `desirable skills` is nice to have, `skills` is not. */
const headings: readonly (readonly [SectionKind, RegExp])[] = [
  ['open', anyOf('(we|us)')],
  ['required', anyOf('you should have', 'what we(.d| would) like (you to (have|bring|be|know)|from you)')],
  [
    'task',
    anyOf(
      '(so |and )?what (you.ll|you will|would you|will you|would i|will i) be (doing|working|responsible|building)( .{0,40})?',
      '(in|about) (this|the) (role|job)',
      'essential (job )?(duties|functions|responsibilities|tasks)( .{0,30})?',
      'as (a|an|our|the|one of our) .{2,50}[, ]you(.ll| will| would)?( be)?',
      'how you(.ll| will)? (make|contribute|spend|help|have).*',
      'scope( of (the )?(work|role|job))?|the challenge|what (does|is) the (job|role|position|work)( .{0,20})?',
    ),
  ],
  [
    'elsewhere',
    anyOf(
      '(other|more|similar|related|further|all|current) (open |vacant |recent )?(vacancies|jobs|roles|positions|openings|opportunities|adverts)( (from|at|by|in|like|near) .{0,40})?',
      '(people|candidates|others|you) (also|may also|might also) (viewed|like|liked|applied)( for)?.*',
      'also (hiring|open|advertised|recruiting).*',
      'we(.re| are) also (hiring|looking).*',
      '(open|vacant) positions',
      'jobs (like this|you may like)',
      'recommended.*',
      'related searches',
      'popular searches',
      'job alerts?',
      'tags?',
      '(eeo|equal|equality|(reasonable )?accommodations?|diversity|inclusion|privacy|data protection|cookies?|disclaimer|legal|accessibility|safeguarding|gdpr).*',
      '(how to apply|application process|interview process|hiring process|recruitment process|our (interview |hiring |application |recruitment )?process|the process|what happens next|apply|contact|next steps?|how we hire|selection process|recruiting process|to apply).*',
      '(salary|pay|compensation|location|start date|hours|contract type|closing date|reference|job type|employment type|industry|deadline)',
    ),
  ],
  [
    'learn',
    anyOf(
      '(what )?(you( will|.ll)|you can|you get to) learn.*',
      '(what )?we(.ll| will)? (teach|train).*',
      '.*\\b(you|we)(.ll| will)? (learn|teach|train|get to know)( you)?( .{0,40})?',
      '(modules|curriculum|rotations?|academy|syllabus|programme (content|modules|structure))( .{0,40})?',
      'things you(.ll| will) learn.*',
      '(your )?(training|learning|onboarding)( plan| programme| program| path| opportunities| and development)?',
      '.*(on the job|in your first months).*',
    ),
  ],
  [
    'benefit',
    anyOf(
      '.*(benefits|perks|rewards|package)',
      '(here.s )?(what )?(do )?(we|i|they)(.ll| will| can| are)? (also )?(offer|offering|give|provide|pay)( you)?.*',
      '(what|things) you(.ll| will)? (get|receive)( from us| in return)?',
      'what.s in it for you.*',
      '(why|reasons to) (join|work|choose|us|you|apply|come).*',
      'our offer.*',
      'the offer',
      '(in return|your advantages|your benefits|good to know|goodies|extras|compensation and benefits|life at .*|working (with us|at .*|here)|why .* is .*|why\\??)',
    ),
  ],
  [
    'nice',
    anyOf(
      '.*(nice[- ]to[- ]haves?|good[- ]to[- ]haves?|great to have|bonus|pluses|plus points?|plus|desirables?|desired|preferred|preferable|optional|advantageous|advantages?|extra credit|beneficial|would be (nice|great|good|lovely)|even better|brownie points|icing|added value|stand out|not (required|essential|necessary|a must)|ideally|wish ?list|extra points|cherry on top|makes? us (smile|happy)|no drama|no deal[- ]?breaker|not a (condition|must|requirement)|if not|would (be|make|help|spark|delight)|helpful|welcome|differentiators|love (it|to see)|impress us|delight us|set you apart|also useful|useful)([ ,;(].{0,40})?',
      'asset (qualifications?|skills?|criteria|experience|knowledge|requirements?)( .{0,40})?',
      'can|should|nice|assets?|(could|should)[- ]haves?',
      'you (might|may|could) (also )?have( .{0,40})?',
      '(what|things that) (sets|set|makes|make) (you|candidates|someone) (apart|stand out)( .{0,30})?',
      'if you also have|considered an asset|(nice|good|great|helpful|useful),? (but|though) .{0,40}',
      '.{0,40}\\b(no|not a|not an absolute) must( .{0,20})?',
      '(additional|secondary) (qualifications?|skills?|experience|knowledge)( .{0,40})?',
      'qualifications we want([ ,;(].{0,40})?',
      '(skills|things|experience|extras|what) (that )?we(.d| would) (also )?(like|love|appreciate)( to see)?([ ,;(].{0,40})?',
    ),
  ],
  [
    'required',
    anyOf(
      '.*(requirements?|required|must[- ]haves?|musts?|essentials?|qualifications?|mandatory|necessary|skills?|your profile|profile|competenc(?:ies|es?)|expertise|prerequisites|person specification|criteria|key skills|skillset|skill set)( .{0,40})?',
      '(here.s |this is )?(what|who|things) (we|i|they)(.re| are)?( are)? (look|looking|need|needing|expect|want|ask|seek|seeking|hope|require|value).*',
      'we(.re| are)? (look|looking|need|expect|want|ask|seek|require).*',
      '(about you|you|who you are|you are|you have|you.ve got|you.ll (need|have|bring)|you (will )?(need|bring|know|should|are|have|might be|must).*|what you(.ll| will)?( need to)? (bring|need|have|know|should|be).*|what you should.*|you.re( .{0,30})?|your (background|experience|skills|strengths|toolbox|knowledge).*|experience|technical (skills|knowledge|experience|background)|must|is this you.*|could this be you.*|you (might|may) be .*|what it takes( .{0,30})?|(professional|proven|demonstrated|prior|previous|relevant) experience( .{0,30})?|our expectations|here.s what you.ll need|what makes you .*|the (ideal |right |successful )?(candidate|person|applicant).*|ideal candidate.*|candidate.*|we would like you to.*|do you .*|are you .*|to (succeed|be successful).*|knowledge.*|education.*|tech(nical)? (must|requirement).*|have you got.*|we.d love to hear from you if.*|you.ll (thrive|love|fit|be).*|need)',
    ),
  ],
  [
    'stack',
    anyOf(
      '.*(stack|tech|technolog(?:y|ies)|tools?|toolbox|tooling|environment|tech radar|what we use|we use|we work with|you.ll work with|how we (build|work|do things)|under the hood)( .{0,30})?',
    ),
  ],
  [
    'task',
    anyOf(
      '.*(responsibilit(?:y|ies)|tasks?|duties|accountabilities|deliverables)( .{0,30})?',
      '(what|things) (you|you.ll|you will|will you|you would|you.d|they.ll|would you)( will|.ll|.d)?( be)? (do|doing|work|working|own|build|building|be).*',
      '(the|your|this|about the|about this|job|role)? ?(role|job|position|work|opportunity|mission|project|assignment|day|week|impact|job description|description|brief|overview|post|summary)( .{0,30})?',
      'you(.ll| will| would).*',
      '(a|your) (typical )?(day|week|month).*',
      'in this (role|job|position).*',
      'day[- ]to[- ]day.*',
      'your .*',
    ),
  ],
  [
    'company',
    anyOf(
      '(about|who (is|are)|meet|introducing|discover) (us|we|the (company|team|client|business|firm|organisation|organization|department|group|project|product)|our .*|[A-Z\\d].*)',
      '(who we are|our (company|story|mission|client|clients|customers|product|products|values|culture|business|history|vision|team)|the (company|client|product|business|team|organisation|organization|practice|firm)|company( description| overview| profile)?|(end )?(client|customer)|employer|background|the employer|what we do|our work|what we believe|where you.ll work|context|introduction|intro)',
    ),
  ],
];

/** What a heading says that the part below it is about; undefined where it does not tell. */
export function sectionOf(heading: string): SectionKind | undefined {
  const text = stated(bare(heading));
  return headings.find(([, pattern]) => wholly(pattern, text))?.[0];
}

const brief = anyOf(
  '(salary|pay|compensation|location|start date|hours|contract type|closing date|reference|job type|employment type|industry|deadline|tags?|apply( now| here| today)?)',
);

/** True for a heading of one fact, and for buttons: `Location`, `Apply now`. */
export function isBrief(heading: string): boolean {
  return wholly(brief, bare(heading));
}

/** A question of applicants or to them as the heading that it stands for: `And what do I need to know` is `what you need to know`. */
function stated(heading: string): string {
  return heading
    .replace(/^(?:so|and|but|ok|okay|well|now|right|then)[, ]+(?=(?:what|which|how|who|why|where)\b)/i, '')
    .replace(/^(?:what|which(?: \w+)?) (?:do|should|must) (?:you|i) /i, 'what you ')
    .replace(/^what (?:will|would) (?:you|i) /i, 'what you will ')
    .replace(/^what (?:do|will|can) we /i, 'what we ')
    .replace(/^how (?:do|can|should) (?:you|i) /i, 'how to ')
    .replace(/\b(in it for) (?:me|you)\b/i, '$1 you');
}

/** Characters of a heading that are looked at. */
const longest = 300;

/** Without signs around it. */
function bare(heading: string): string {
  return heading
    .slice(0, longest)
    .replace(/[\s:!?.…*]+$/, '')
    .replace(/^[^\p{L}]+/u, '')
    .slice(0, 100);
}

const refusing = anyOf(
  "(?:(?:what|things|tools|skills|the things|stuff|technologies) )?(?:that )?(?:you|we)(?:'ll| will)? ?(?:won't|will not|don't|do not|needn't|need not|never|no longer)(?: (?:have|need) to)? (?:need|use|find|see|want|require|expect|ask for|look for|touch|do|be (?:doing|using|building|working (?:on|with))|know|bring|care about|work with|have)(?: .{0,25})?",
  "what (?:this|it|the job|the role)(?: (?:role|job|position))? (?:isn't|is not|won't be|will not be)(?: about)?",
  '(?:not (?:for (?:us|you)|needed|asked|used|relevant)|out of scope|no need for|no need|unnecessary|forget about)',
);

/** True for a heading of what is not asked for: `What you won't need`. */
export function refusesBelow(heading: string): boolean {
  return wholly(refusing, bare(heading));
}

const anchored = new WeakMap<RegExp, RegExp>();

/** True if the pattern fits all of a text, but for a sign at its end. */
function wholly(pattern: RegExp, text: string): boolean {
  let whole = anchored.get(pattern);
  if (whole === undefined) anchored.set(pattern, (whole = new RegExp(`^(?:${pattern.source}).?$`, 'i')));
  return whole.test(text);
}

/** How something is asked for, or that it is not. */
export type Level = 'required' | 'nice' | 'refused';

const levels: readonly (readonly [Level, RegExp])[] = [
  [
    'refused',
    /^(?:not (?:needed|required|necessary|relevant|asked|used)|no need|no|none|never|out of scope|unnecessary|won't(?: have)?)$/i,
  ],
  [
    'nice',
    /^(?:nice(?:[- ]to[- ]have)?|optional|desirable|desired|preferred|bonus|a? ?plus|can|could|should|advantage(?:ous)?|welcome|good to have|beneficial|helpful|useful|nice)$/i,
  ],
  ['required', /^(?:must(?:[- ]have)?|required|essential|mandatory|yes|necessary|needed|key|core|needs?|require)$/i],
];

/** The level that a cell of a table or a label states with its whole text; undefined where it says something else. */
export function levelOf(cell: string): Level | undefined {
  if (cell.length > longest) return undefined;
  const text = cell.replaceAll(/^[\s(*]+|[\s)*.:]+$/g, '');
  return levels.find(([, pattern]) => pattern.test(text))?.[0];
}
