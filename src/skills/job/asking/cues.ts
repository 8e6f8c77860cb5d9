import { anyOf } from './phrases.ts';

// What sentences say of the things that they name. Phrases are patterns; `'` and `.` stand for an apostrophe.

/** Says that what follows is nice to have. */
export const niceAhead: RegExp = anyOf(
  'ideally',
  'preferably',
  'optionally',
  'nice[- ]to[- ]haves?(?: (?:is|are|would be))?',
  'good to have',
  'great to have',
  'bonus(?: points?)?(?: (?:for|if|is|are))?',
  'plus points? (?:for|if)',
  'extra (?:points|credit) (?:for|if)',
  'brownie points (?:for|if)',
  'as a (?:plus|bonus)',
  "(?:it(?: is|'s| would be|'d be)?|would be|even) (?:a )?(?:nice|great|good|better|lovely|ideal|helpful|useful|cool|fantastic|plus|bonus|advantage|beneficial|brilliant|handy) (?:if|to have|for you)",
  "we(?:'d| would| will|'ll)? (?:also )?(?:love|like|be (?:happy|glad|delighted|pleased|thrilled|impressed)|smile|appreciate)(?: it)?(?: even more)?(?: \\([^()]*\\))? (?:if|to see|it if)",
  'desirable',
  'desired',
  'preferred',
  'optional',
  'advantageous',
  'an advantage',
  'a plus',
  'a bonus',
  "(?:don't|do not) (?:worry|mind|panic) if you(?:'ve| have)? (?:never|don't|do not|haven't|have not|not)",
  "no (?:drama|problem|worries|issue|big deal|harm|shame) if you(?:'ve| have)? (?:never|don't|do not|haven't|have not)",
  'if you (?:also|even|happen to|have also|already)',
  "if you(?:'ve|'d| have| know| are| can)?(?=[^.;]{3,90}?,? (?:then )?(?:we(?:'d|'ll| would| will) (?:be|love|like|fight|buy)|(?:all the|even|so much the) better|(?:that's|that is|it's) (?:great|a plus|a bonus|even better)))",
  'you may also',
  'you might also',
  'it helps if',
  'it would help if',
  "it(?:'s| is) (?:fine|okay|ok) if you (?:don't|haven't|have not)",
  'would be nice',
  '(?:as|so) (?:would|will|is|are)',
  'some exposure to',
  '(?:nice|great|lovely|helpful|fantastic|perfect|brilliant|handy|bonus) if(?: you)?',
  "we(?:'d| would) (?:love|like) you to",
  "if you(?:'ve| have)? (?:heard of|played with|dabbled in|come across)",
  'points? for',
  'could also',
  'can also',
);

/** Says that what stands before is nice to have. */
export const niceBehind: RegExp = anyOf(
  "(?:is|are|as|would be|will be|'s|being|be|seen as|considered|counts as|both)?(?: also| always| definitely| certainly| clearly| considered| strongly| highly| very| just| both| only)?(?: as)? ?(?:a |an )?(?:(?:big|huge|definite|real|strong|clear|nice|great|massive|distinct|major|welcome|added|small|little|additional|extra|nice little) )?(?:plus|bonus|advantage|asset|nice[- ]to[- ]haves?|plus point|bonus point|extra|desirable|preferred|preferable|advantageous|beneficial|optional|helpful|useful|welcome|handy|appreciated|valued|valuable|desired|good to have)",
  "(?:would|will|can|could|may|might|'d) (?:also |certainly |really )?(?:be|come in) (?:(?:a|an|very|really|highly|just|even|also|extremely|quite|most) )*(?:nice|great|good|ideal|helpful|useful|beneficial|desirable|welcome|advantageous|handy|fantastic|lovely|brilliant|awesome|perfect|cool|valuable|amazing|excellent|interesting|plus|bonus|advantage)",
  "(?:would|will|can|could|may|might|'d) (?:also |certainly |really )?help",
  '(?:strongly |highly )?(?:desirable|desired|preferred|preferable|advantageous|optional|beneficial)',
  'nice to have',
  'good to have',
  '(?:ideally|preferably)',
  'helps(?=\\s*(?:[.,;!)]|$))',
  "(?:no|not a) (?:drama|problem|worries|issue|big deal|deal[- ]?breaker|disaster|show[- ]?stopper) (?:if|when) (?:not|you (?:don't|do not|haven't|have not))",
  "(?:is|are)(?:n't| not) (?:strictly )?(?:a must|essential|mandatory|necessary|required|needed),? (?:but|just|though|only)? ?(?:a |an )?(?:nice|plus|bonus|helpful|useful|welcome|advantage|good|appreciated|beneficial|great)",
  'scores? (?:extra |bonus )?points',
  '(?:earns?|gets?|gives?|makes?) (?:you )?(?:bonus|extra|brownie|us) (?:points?|smile|happy)',
  '(?:is|are) (?:great|nice|good|cool|lovely|fine|ok|okay)(?! at)',
  'sets? you apart',
  "we(?:'d| would) (?:love|like) (?:that|it)",
  'all the better',
  'so much the better',
  'even better',
);

/** Says that something is asked for in earnest: what is nice to have does not reach over it. */
export const required: RegExp = anyOf(
  '(?:(?:is|are) )?(?:an? )?(?:absolute(?:ly)? )?(?:must|must[- ]haves?|required|essential|mandatory|needed|necessary|indispensable|non[- ]negotiable|prerequisite|requirement|crucial|vital|key|expected|core)',
  'you (?:will )?(?:need|must|should)',
  'we (?:need|require|expect|insist)',
  '(?:strong|solid|excellent|very good|good|deep|proven|sound|profound|extensive|advanced|fluent|expert|thorough|hands-on|substantial|commercial)',
  '(?:confident|proficient|proficiency|fluency|expertise|expert|experienced|comfortable|at home)',
  'at least',
  '\\d+\\+? years?',
);

/** Says that what follows is not asked for. */
export const refusedAhead: RegExp = anyOf(
  "(?:we|you|they|i|nobody|the team|our team|everyone|that|it|there|this)(?:'ll|'ve| will| would| have| has| had)? ?(?:(?:really|currently|deliberately|simply|intentionally|explicitly|just|certainly|generally|honestly|also) )?(?:don't|do not|doesn't|does not|won't|will not|needn't|need not|never|no longer|neither|cannot|can't|didn't)(?: (?:really|currently|have to|need to|even|actually|also|ever|plan to|intend to|want|care about))* ?(?:use|uses|work with|run|need|require|touch|do|know|have|expect|ask for|ask|look for|bring|write|want|care about|deploy|maintain|see|come near|operate|manage|administer|believe in|be \\w+ing|\\w+ing|get around to|needed|used|wanted|had|required|involve|include|mean)?(?: any| anything| much| prior| previous| experience| knowledge| to| of| with| in| about| you| have| know)*",
  "(?:isn't|is not|aren't|are not|wasn't) (?:an?|about|on|in|using|looking for|hiring|a job for|for|yet|based on|going to)(?: \\w+){0,2}",
  '(?:nobody|no one|none of us)(?: here| any ?more)? \\w+s',
  "(?:needn't|need not|don't need|do not need|don't have to|do not have to)(?: to)?(?: know| have| bring| learn| use)?",
  '(?:tired|sick|bored|weary|fed up) (?:of|with)',
  '(?:excluding|except|with the exception of|anything but)',
  '(?:previously|formerly|in the past|until (?:recently|last year|now)|before that|once)[,:]? (?:we|everything|it|the team|this|that) \\w+',
  '(?:we|the team|they|everything|it|secrets|data|services|builds) (?:used to|once) \\w+',
  '(?:leave|keep) your',
  'with (?:the|our) (?:\\w+ ){0,3}(?:team|group|department|colleagues|engineers|scientists|analysts)(?=\\s*\\()',
  'no',
  'without(?: any| the)?',
  '(?:must not|mustn.t|may not|should not|shouldn.t) (?:have|know|use|work)(?: \\w+){0,3}? ?(?:with|in|on|of)?',
  '(?:are|is|am) not (?:running|using|deploying|building|hosting|maintaining|adopting)',
  'not another',
  '(?:ignore|disregard)',
  'no need (?:for|to (?:know|have|use|bring|learn))',
  "(?:we(?:'re| are) )?not (?:looking for|using|on|in|a|an|about|hiring|interested in|yet|asking for|expecting|based on|to be confused with|for)",
  'neither',
  'nor(?: with| for| on| in)?',
  'rather than',
  '(?:instead|in place) of',
  'as opposed to',
  'unlike',
  'free of',
  'nothing to do with',
  'no longer (?:use|using|run|on)',
  'we(?: have|.ve)? left',
  'forget(?: about| everything about)?',
  '(?:please )?(?:don.t|do not) apply (?:if|when|with)',
);

/** Says that what follows was given up, and perhaps what for. */
export const givenUp: RegExp = anyOf(
  '(?:moved|migrated|moving|migrating|move|migrate|switched|switching|away|(?<!\\byou )come) (?:away |off |on |over )?from',
  '(?:migrated|moved|moving|migrating) off',
  '(?:migrate|move|convert|port|transition|switch|transfer|rewrite)(?:s|d|ing)? (?:\\w+ ){1,4}from',
  '(?:migrating|moving|converting|porting|rewriting) (?:\\w+ ){1,4}from',
  '(?:dropped|ditched|abandoned|retired|decommissioned|got rid of|said goodbye to|replaced|stopped using|decided against|steered clear of|steer clear of|avoid|avoided|outgrew|left behind|phased out|sunset|turned off|parted with|replacing|replaces|dropping|retiring|phasing out|sunsetting|outgrown|retire|replace|phase out|decommission|get rid of|g[ai]ven? up(?: on)?)',
);

/** What stands behind it came in its place: `Flask for FastAPI`, `from Flask to FastAPI`. */
export const inItsPlace: RegExp = /\s(?:to|towards?|with|by|for|onto|in favou?r of)\s/i;

/** Says that what stands before is not asked for. */
export const refusedBehind: RegExp = anyOf(
  "(?:(?:is|are|was|were|will be|'s|'re|and) )?(?:n't|not|never|no longer|neither)(?: yet| strictly| really| currently| actually| at all)? (?:be )?(?:required|needed|necessary|expected|asked for|a requirement|requirements|part of (?:this|the|your|our)(?: \\w+)?|used(?: here)?|in use|in our stack|our thing|relevant|important|essential|mandatory|a must|wanted|yours|your (?:job|problem|concern|task|responsibility)|in scope|something|what we|on our|in play|involved|planned|assumed|a topic)",
  "(?:isn't|aren't|won't be|wasn't)(?: yet| strictly| really| currently)? (?:required|needed|necessary|expected|asked for|a requirement|part of (?:this|the|your|our)(?: \\w+)?|used(?: here)?|in use|in our stack|our thing|relevant|important|essential|mandatory|a must|wanted|yours|your (?:job|problem|concern|task|responsibility)|in scope|something|what we|on our|involved|planned)",
  'not (?:required|needed|necessary|expected|essential|a requirement|mandatory)',
  '(?:unnecessary|out of scope|irrelevant)',
  '(?:is|are|was|were|has been|have been|got) (?:recently |since |now |long |being |slowly |gradually |currently |already |soon |about to be |to be )*(?:replaced|retired|phased out|wound down|outsourced|banned|forbidden|taboo|a thing of the past|switched off|gone|history|dropped|abandoned|decommissioned|removed|shut down)',
  '(?:none|nothing|no experience|no knowledge|no prior experience) (?:is |are )?(?:required|needed|necessary|expected|assumed|asked for)',
  '(?:is|are) (?:only )?used by (?:the|our|another|other) (?:\\w+ ){0,2}(?:teams?|departments?)',
  "(?:and |but )?we (?:won't|will not) (?:ask|quiz|test|examine)(?: you)?",
  'of no (?:interest|use|concern|importance|relevance)',
  '(?:is|was|are|were) what (?:we|they) (?:had|used|ran|did)',
  "(?:isn't|is not|aren't|are not) (?:a |an )?(?:prerequisites?|conditions?|precondition|criteri(?:on|a)|needs?)",
  "(?:is|are) nothing (?:you|we)(?:'ll)? (?:need|use|want|ask)",
  '(?:any ?more|any longer)',
  '(?:has been|have been|is|are|was|were) superseded',
  '(?:is|are|will be) (?:handled|done|managed|taken care of|looked after|run|provided) for you',
  "(?:need not|needn't|won't|will not|doesn't|does not) (?:concern|bother|worry|affect) you",
  'at home(?= ?[,.!]| ?$)',
  "you(?:'d| would|'ll| will) be disappointed",
  "(?:things?|something|tools?|words?) (?:that )?you(?:'ll| will)? ?(?:won't|not|never|don't|do not) (?:find|see|need|meet|hear)",
  "(?:is|are|will be|'s) (?:offered|supplied|delivered|hosted|handled|looked after|taken care of|run|owned|managed|done|operated|covered|maintained|administered|built|provided) (?:for you |centrally )?by (?:a |an |another|the |our |other|someone|somebody|colleagues|others|different|separate)(?! ?you)",
  "(?:is|are|sits?|lies?|lives?) (?:with|in the hands of|the job of|the business of|somebody else's|someone else's|another team's) ?(?:a |an |another|the |our |other|someone|somebody|colleagues|others|different|separate)?(?: \\w+){0,3}(?: team| department| colleagues| group| unit| provider)?",
  'we leave to (?:others|another|the|our|someone)',
  '(?:belongs?|left) to (?:another|the|a different|our|others)(?: \\w+){0,2} ?(?:team|department|colleagues|group|others)?',
);

/** Says of a sentence that others look after what it names. */
export const othersDo: RegExp = anyOf(
  '(?:an?|the|our) (?:\\w+ ){0,3}(?:team|department|group|partner|provider|colleague|administrator|admin)s?,? (?:that|who|which) (?:\\w+ )?(?:looks? after|takes? care of|runs?|owns?|handles?|manages?|does|do|operates?|maintains?)',
  "you(?:'ll never| won't| will not| will never| needn't| don't have to| don't need to| never)(?: (?:have to|need to))?(?: (?:touch|deal|do|see|meet|worry|care|maintain|run|use|need))?(?: with| about)? ?(?:it|that|this|them|these|those|any of (?:it|that))?[.!]?$",
  'by (?:our|a|an|the|another) (?:external )?(?:supplier|vendor|agency|contractor|manufacturer|third party|service provider|outsourcer|hoster|hosting provider|hosting partner|partner)s?',
  '(?:our|an?|the) (?:external )?(?:supplier|vendor|agency|contractor|manufacturer|outsourcer|hoster)s? (?:\\w+ )?(?:looks? after|takes? care of|runs?|owns?|handles?|manages?|does|operates?|maintains?|hosts?|builds?)',
  '(?:another|a different|a separate|a dedicated|our (?:\\w+ ){0,2}(?:platform|infrastructure|infra|operations|ops|devops|sre|data|cloud|it|security|frontend|hosting)|the (?:\\w+ ){0,2}(?:platform|infrastructure|infra|operations|ops|devops|sre|cloud|it|security|hosting)) (?:team|group|department|provider|colleagues|engineers|guild|squad)s? (?:\\w+ )?(?:looks? after|takes? care of|runs?|owns?|handles?|manages?|does|operates?|maintains?|is responsible for|are responsible for|deals? with|administers?|covers?|writes?|keeps?|uses?|loves?|likes?|enjoys?|prefers?|have|has|works? (?:with|in|on))',
  '(?:an?|another) (?:separate|different|other|second) (?:post|role|position|vacancy|job|advert|opening|team|person|project)[^.]{0,30}? (?:covers?|handles?|deals?|does|is|takes?)',
  '(?:colleagues|someone else|somebody else|others|other teams|the other teams?|a neighbouring team|sister team|our sister team)(?: (?!can\\b|could\\b|may\\b|to\\b)\\w+){0,4} (?:looks? after|takes? care of|runs?|owns?|handles?|manages?|does|operates?|maintains?|administers?|uses?|works? (?:with|in|on))',
);

/** Says that the employer teaches what follows. */
export const learnAhead: RegExp = anyOf(
  "(?:you(?:'ll| will| can| get to| are going to)|we(?:'ll| will)?(?: help you)?|to|will|and|happily|gladly|chance to|opportunity to|let you|want to|help you(?: to)?) (?:also |all |both |quickly |soon |gladly |happily |then |even )*(?:learn(?: about| how| all about| the basics of| to (?:use|work with))?|teach(?: you)?|train you(?: up)?(?: in| on)?|show you|introduce you to|get to know|pick up|bring you up to speed (?:on|with|in)|upskill|coach you|get you certified|be (?:taught|trained|shown|introduced to|coached|mentored))",
  '(?:get|receive|offer|provide|give|organise|organize)(?: you)? (?:\\w+ ){0,3}(?:training|courses?|workshops?|lessons?|introduction) (?:in|on|for|about|to)',
  "we(?:'ll| will)? teach(?: you)?",
  "you(?:'ll| will) learn",
  'you get to (?:know|learn|see|explore)',
  '(?:will|can|to) be (?:taught|trained|learned|learnt)',
  'learn (?:on the job|with us|from)',
  '(?<=^\\s*)learn',
  '(?:trained|taught|coached) (?:in|on|by)',
  'willing(?:ness)? to learn',
  "(?:later|in time|over time|eventually|one day|within (?:your first|the first|a) \\w+|after (?:a|your first|the first|some|six|three) \\w+)(?: on)?,? (?:you(?:'ll| will| may| can| could| might)|we(?:'ll| will)) \\w+",
  '(?:get|come) to grips with',
  '(?:move|grow) into',
);

/** Says that the employer teaches what stands before. */
export const learnBehind: RegExp = anyOf(
  "(?:you(?:'ll| will| can)?|can|will|to)? ?(?:be )?(?:learn|learned|learnt|taught|trained|pick(?:ed)? up) (?:on the job|with us|here|from us|as you go|along the way|later|in your first|during|by us|in-house|from (?:colleagues|scratch|your))",
  "(?:we(?:'ll| will)?|we can|we are happy to) (?:teach|train|show)(?: you)?(?: that| the rest| it| them| everything)?",
  'can be learn(?:ed|t)',
  '(?:is|are|will be) (?:taught|trained)',
);

/** Says of a sentence that it speaks of what the employer gives. */
export const benefit: RegExp = anyOf(
  "(?:we|company|employer)(?:'ll| will)? (?:pay|sponsor|cover|fund|reimburse|finance|buy|contribute)(?:s| for)?",
  '(?:training|learning|education|conference|certification|development|equipment|hardware|book) (?:budget|allowance|fund|vouchers?)',
  'budget for',
  '(?:pay|sponsor|cover|fund|reimburse|finance)s?(?: for)? your',
  '(?:free|paid|sponsored|company-paid) (?:\\w+ ){0,3}(?:certifications?|exams?|courses?|tickets?|licen[cs]es?)',
  '(?:certification|exam) (?:fees|vouchers|costs)',
  '(?:attend|visit|tickets? (?:to|for)|trips? to|speak at|speaking at) (?:\\w+ ){0,4}(?:conferences?|summits?|meetups?|events?|re:invent|pycon|kubecon|djangocon|europython|pydata)',
  '(?:certifications?|exams?|courses?|certificates)(?: \\w+){0,3} (?:paid|free of charge|on us|on our bill)',
  '(?:get|become) certified',
  '(?:user groups?|meet-?ups?|table football|gym|annual leave|macbook|parental leave|private health|snacks|fruit)',
);

/** Names whom or what a company speaks of when it speaks of its business. */
export const business: RegExp = anyOf(
  "(?:our|the|their|its|whose|many|most|some|of|for|help|helps|helping|serve|serves|serving|to) ?(?:\\w+ ){0,2}(?:customers|clients|web ?site|homepage|web site|careers site|blog|web ?shop|founders?|investors?|competitors|subscribers|readers)(?:' \\w+)?",
  'our (?:\\w+ ){0,2}(?:products?|saas|apps?|solutions?|offering|flagship|platform(?! (?:team|engineers?|group))|software|tool|mascot|dog|rooms?)',
  '(?:the|this) (?:web ?site|page|site|portal)',
  '(?:founded|started|built up|created) (?:in \\d{4} )?by',
  '(?:partners?|resellers?|competes?|competitors?) (?:of|with|to|like|such as)',
  '(?:sells?|resells?|reselling|selling)',
  '(?:the|a|an) (?:world.s |market.s )?(?:leading|first|best|number one|biggest|largest|most popular)',
  '(?:reports?|reporting) to',
  '(?:called|named|nicknamed)',
  '(?:talks?|news|posts?|articles?|podcasts?|books?|newsletters?) (?:about|on)',
  '(?:next to|alongside|beside) (?:the|our)',
  'known for',
  '(?:proud of|(?:company|people|makers?|name) behind)',
  'acquired by',
  'backed by',
  'formerly',
  'ex-',
);

/** Opens a clause on what those do whom a company works for or with. */
export const othersAct: RegExp =
  /^\s*(?:(?:our|the|these|those|their|many|most|some) )?(?:\w+ )?(?:customers|clients|merchants|players|partners|retailers|subscribers|tenants|investors|competitors)\s+(?:(?:can|will|also|already|often|often|may|now) )*(?!(?:is|are|and|or|in|on|of|with|to|for|at|is|who|that)\b)\w+/i;

/** Says that what is used in building is spoken of. */
export const buildsWith: RegExp = anyOf(
  '(?:built|written|implemented|developed|hosted|deployed|coded|programmed|based|powered|running|runs?|operated) (?:\\w+ )?(?:with|in|on|by|using|around|top)',
  '(?:our|the|your|this|a|modern|current|tech|technology|technical) (?:\\w+ )?(?:tech )?stack',
  "we (?:\\w+ )?(?:use|run|deploy|work with|write|rely on|develop|code|program|host|build everything|build with|build on|ship|love|like|practise|practice|believe in|follow|do|test|are using|'re using|have moved to|moved to|are moving|'re moving)",
  "you(?:'ll| will|'d| would| are| have| can| work| write| build|r)?",
  'backend (?:is|in)',
  'the team (?:uses|works|writes|builds|runs|deploys|relies)',
  'stack',
  'join',
  'looking for',
  'seeking',
  'need',
  'hiring',
);

/** Says that a sentence about the company speaks of the work there. */
export const asksThere: RegExp = anyOf(
  "you(?:'ll| will|'d| would| are|r)?",
  '(?:our|the|your|this|modern|current|tech|technology|technical) (?:\\w+ )?(?:tech )?stack',
  "we (?:\\w+ )?(?:use|work with|write|rely on|develop in|code in|program in|are using|'re using|build everything|have moved to|moved to|are moving|'re moving|practise|practice|believe in|test)",
  'the team (?:uses|works|writes|relies)',
  'stack',
  'join',
  'looking for',
  'seeking',
  'hiring',
);

/** Says of a list that nobody is expected to know all of it. */
export const relativised: RegExp = anyOf(
  "(?:you |nobody |no one |we |needn't |need )?(?:don't|do not|won't|will not|needn't|need not|not|doesn't|no need|nobody|no one|never)(?: \\w+){0,4} (?:all of (?:it|this|these|them|that)|everything|every (?:one|single|item|tool|technology|line|box)(?: \\w+)*|(?:the )?(?:whole|entire|full|complete) (?:list|stack|lot|set|thing)|each of (?:these|them)|all (?:these|those|the above)|them all|it all|all)",
);

/** A word that has a subject do something: a list does not go on over it. */
export const verb: RegExp = anyOf(
  "(?:you|we|it|they|who|that|which|there)(?:'re|'ve|'ll|'d)?",
  '(?:is|are|was|were|be|been|has|have|had|need|needs|use|uses|run|runs|want|wants|work|works|know|knows|bring|requires?|will|can|should|must|would|could)',
);

/** Verbs of making something. */
export const making: RegExp = anyOf(
  '(?:build|building|built|design|designing|develop|developing|develops|create|creating|implement|implementing|test|testing|write|writing|own|owning|maintain|maintaining|extend|extending|deliver|delivering|ship|shipping|expose|exposing|publish|publishing|document|documenting|architect|architecting|integrate|integrating|evolve|evolving|model|modelling|version|versioning|provide|providing|craft|crafting|code|coding|construct|define|defining|secure|securing|scale|scaling|improve|improving|optimise|optimising|optimize|optimizing|refactor|refactoring|deploy|deploying|development of|design of|implementation of|experience (?:with|in|of)|knowledge of|backend|robust|scalable|well-designed|clean)',
);

/** Verbs of talking to people, guiding them or working with them. */
export const withPeople: RegExp = anyOf(
  '(?:talk|speak|explain|present|demo|demonstrate|advis|consult|interact|interfac|engag|sit|convey|understand|train|discuss|agree|negotiat|liais|communicat|report|interview|collaborat|partner|teach|coach|mentor|guid|help|grow|lead|supervis|onboard|support|listen|answer|translat|develop|review)(?:e|s|es|ed|ing|ring)?',
  '(?:work|working|works|worked|cooperate|cooperating|contact|relationships?|dialogue|exchange|rapport|meetings?|workshops?|conversations?|point of contact) (?:closely |directly |together |side by side |hand in hand )?(?:with|for|between|to)',
);

/** Says that software is spoken of. */
export const software: RegExp = anyOf(
  '(?:software|code|coding|codebase|developers?|development|engineers?|engineering|programming|backend|back-end|api|apis|services?|servers?|cloud|deploy\\w*|databases?|data|systems?|platforms?|applications?|apps?|production|frameworks?|library|libraries|stack|scripts?|scripting|infrastructure|devops|automat\\w+|technical|logs?|logging|latency|incidents?|distributed|architecture|quality|unit|ci|releases?|build|builds)',
);

/** Introduces examples: what is named, or something like it. */
export const suchAs: RegExp =
  /(?:\bsuch as|\be\.g\.?,?|\bfor example,?|\bfor instance,?|\beither|\b(?:at least )?(?:one|two|three|several|some|1|2|3)(?: ?\(\d\))?(?: or more)? of(?: the following)?|\bexposure to any(?: of)?|\bany of|\bone or (?:more|several) of|\bsome of|\bone of the (?:following|(?:big|major|large) (?:three|3)?(?: clouds?)?(?: providers?| platforms?)?)|[\w)]s(?<!\b(?:looks|feels|seems|sounds)),? like|\((?:like|i\.e\.|such as)|\b(?:something|(?:tool|framework|platform|language|database|provider|service|system|cloud|orchestrator|broker|solution|engine|warehouse|store)s?|librar(?:y|ies)|technolog(?:y|ies)|tooling|software) like|\(think(?: of)?|\bthink of|\bthink(?=[:,])|\blet it be|\bbe it|\bwhether(?: it's| with| in| on)?|\b(?:any|an?|one) (?:(?:major|public|big|modern|leading) )*cloud(?: provider| platform| vendor| environment)?s?)[:,]?\s*(?:\(\s*)?(?:(?:the|apache|amazon|google|microsoft|in|on|with|of) )*["(]*$/i;

/** Negations that refuse nothing: `not only`, `no stranger to`. */
export const idleNegations: RegExp = anyOf(
  '(?:not|nor|never) (?:only|just|merely|simply|least|limited to|restricted to|afraid of|shy of|averse to|to mention|scared of|a stranger to|strangers? to|necessarily)',
  '(?:isn.t|is not|aren.t|are not) (?:only|just|limited to|afraid of|scared of|a stranger to|strangers? to|enough|everything)',
  'no (?:drama|worries|issue|big deal|deal[- ]?breaker|harm|shame|stranger to|strangers to|problem(?: with| if)?|matter|doubt|less|fear of|later than|small|question)',
  "(?:can't|cannot|could not|couldn't) (?:live|imagine|do|work|be)(?: \\w+){0,3} without",
  'nothing (?:beats|wrong with)',
  '(?:isn.t|is not|aren.t|are not) (?:just )?an? (?:afterthought|after-thought|option|buzzwords?|dirty word|checkbox|luxury|foreign word|mystery|phase|second thought|chore|black box|secret to you)',
  "(?:don't|doesn't|won't|isn't|aren't|didn't) (?:only|just|merely|simply)",
  "(?:don't|do not|needn't|need not)(?: (?:have|need) to)? be an?(?: \\w+){1,3}?(?: ?-?level)? (?:expert|guru|wizard|master|ninja|pro|specialist|genius|professional)",
  "(?:don't|do not|doesn't|does not|won't|never) (?:consider|rest|stop|finish|sleep|hesitate|shy away from|miss|be afraid(?: of)?|mind|lose|fear|get lost|break)",
  'whether or not',
  "if (?:you )?(?:have |'ve )?(?:not|don't|do not|haven't|have not|lack|didn't|never)",
  'why not',
  'more often than not',
);

/** Where a refusal ends although no verb begins. */
export const onTheContrary: RegExp = /^\s*(?:just|only|simply|plain|mostly|instead|all|it's|everything|rather|pure)\b/i;

/** Behind a name: whom or what it only describes. */
export const describes: RegExp =
  /^\s*(?:,? (?:our|the) (?:office|company|team|resident) (?:dog|cat|mascot|pet|hamster|plant)|(?:[A-Z]\w+\s+){0,2}(?:[Pp]artners?|[Rr]esellers?|customers?|clients|users?(?: groups?)?|[Mm]eet-?ups?|[Ss]ummits?|[Cc]onferences?|coding (?:test|challenge)|test task|quiz|plush|stickers?|swag|t-shirts?))\b/;

/** Says that a sentence speaks of other jobs, or of how people are chosen. */
export const otherMatters: RegExp = anyOf(
  '(?:other|further|more|all our|similar) (?:open )?(?:vacancies|jobs|roles|openings|positions|adverts)',
  'also (?:hiring|recruiting|looking for|searching for|advertising)',
  '(?:sister|other|another|neighbouring|different)(?: \\w+){0,2} (?:is|are) (?:hiring|recruiting|looking for|searching for)',
  "(?:please )?(?:do not|don't) (?:contact|call|write to|approach|email) (?:us|me)",
  '(?:coding|technical|take-home|online) (?:test|challenge|interview|exercise|assessment|task)',
  '(?:first|second|final|the|an?|our) interview',
  '(?:screen|sort|review|assess|process|evaluate|rank)(?:s|ing)? (?:\\w+ ){0,2}(?:applications|applicants|candidates|cvs|r[eé]sum[eé]s)',
  '^to apply|(?:please )?(?:send|submit|upload|email) (?:us |me )?(?:an? |your |the )?(?:\\w+ ){0,4}(?:cv|r[eé]sum[eé]|application|letter)|cover(?:ing)? letter',
);

/** A thing of a kind, with examples in brackets or behind a colon: one of them is enough. */
export const oneOfAKind: RegExp =
  /\b(?:at least one|one or more|one|any|either)\s+(?:[\w-]+\s+){1,4}[(:]\s*$|:\s*(?:one|any) of\s+$/i;
/** The same, where nothing that is asked for stands between. */
export const oneThing: RegExp =
  /(?<!\bnot )\b(?:an?|another|comparable|similar)\s+(?:[\w-]+\s+){0,4}(?!(?:plus|bonus|advantage|asset|must|requirement|in|of|with|on|following|knowledge|understanding|experience|background|command|grasp|must-have|nature)\b)[\w-]+\s*[(:]\s*$/i;

/** Says that the choice is free. */
export const freeChoice: RegExp = anyOf(
  'of your choice',
  '(?:do not|don.t) (?:mind|care) which',
  'whichever',
  '(?:one|any|either) (?:of (?:them|these|those|the above|which))? ?(?:is|will|would) (?:enough|fine|do|be enough|be fine|ok|okay|sufficient)',
  'no matter which',
  'all the same to us',
);
