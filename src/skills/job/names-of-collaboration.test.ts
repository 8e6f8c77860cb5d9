import { testNamings } from './testing/namings.ts';

testNamings(`
documentation: Write documentation; technical documentation; document your work; documenting code; clear
  documentation; writing runbooks; Document interfaces; create and maintain documentation; document the
  architecture; documentation skills; document APIs; well-documented code; technical writing; Maintain runbooks and
  playbooks; keep documentation up to date; Documentation of processes; prepare technical documents; write SOPs;
  document designs; produce high quality documentation; contribute to documentation; ability to document;
  documentation and testing; Document systems and processes; technical specifications; writing technical specs; you
  document what you build; documenting solutions; knowledge base articles; Confluence documentation; wiki pages;
  documentation culture; author technical documentation; process documentation; Docs as code; data dictionaries and
  documentation; comprehensive technical docs; write user guides; Sphinx; MkDocs; Document data flows; develop
  documentation; README files; create architecture diagrams; preparing documentation; write good docs; document data
  models; testing and documentation
not documentation: travel documents; see the documentation for benefits; document management system; proof
  documents; MongoDB documents; document processing; document intelligence; document understanding with LLMs;
  documents required for application; legal documents; work authorization documents; document classification;
  document databases
contribution-guide: contribution guidelines; contributing guides; CONTRIBUTING.md; contribution guide; contributor
  guides
code-review: code reviews; code review; review pull requests; peer review; reviewing code; peer code reviews;
  participate in code reviews; PR reviews; review code of colleagues; reviewing each other's code; reviewing
  colleagues' work; code & design reviews; conduct code reviews; leading code reviews; give feedback in code
  reviews; reviewing pull requests; review others' code; review the code of junior engineers; merge request reviews;
  peer-reviewed code; thorough, kind code reviews; review your peers' code; performing code reviews; review
  teammates' PRs; reviewing PRs; actively take part in reviews of code; reviewing merge requests; constructive code
  review; code inspections; peer reviews
not code-review: performance reviews; literature review; review your application; we review salaries yearly; annual
  salary review; peer-reviewed publications; peer-reviewed papers; peer reviewed journals; reviewing applications
decision-records: ADRs; RFCs; architecture decision records; design documents; design docs; writing design docs; RFC
  writing; technical design documents; document architectural decisions; architectural decision records; write RFCs;
  author design documents; writing technical design documents; RFC process; write technical proposals; technical
  RFCs; decision records; solution design documents; authoring RFCs and design docs
not decision-records: ADR shares; American depositary receipts (ADR)
release-notes: release notes; changelogs; maintain changelogs; write release notes; changelog
issue-management: Jira; JIRA; issue tracking; bug triage; issue tracker; JIRA/Confluence; triage issues; GitHub
  Issues; bug tracking; Azure Boards; issue triage; bug tracking tools; Jira tickets; issue
  tracking systems such as Jira
not issue-management: health issues; immigration issues
agile: Agile; Scrum; Kanban; agile environment; agile methodologies; Agile/Scrum; SAFe; agile software development;
  sprint planning; agile ceremonies; daily stand-ups; Scrum team; retrospectives; backlog refinement; agile mindset
  and Scrum; work in sprints; agile team; two-week sprints; Agile practices; sprint reviews; Extreme Programming;
  scrum ceremonies; agile delivery; Agile SDLC; iterative development; participate in sprint planning; Agile
  (Scrum/Kanban); agile principles; sprint demos; backlog grooming; story pointing; agile methods; estimating and
  planning sprints; stand-ups and retros; lean and agile; agile way of working; standups; participate in planning,
  standups and retrospectives; scaled agile; iterations and sprints; Agile rituals
not agile: an agile mind; we are an agile company; agile working policy; waterfall, not agile; rugby scrum; an
  agile, fast-growing company; agile and flexible working hours; agile working
communication: communication skills; excellent verbal and written communication skills; communicate with
  stakeholders; explain technical concepts to non-technical people; present to stakeholders; work with business
  stakeholders; liaise with clients; client-facing; customer-facing experience; work closely with product managers
  and customers; gather requirements from business users; translate business requirements into technical solutions;
  strong communicator; stakeholder management; communicate complex ideas clearly; working with other departments;
  cross-functional collaboration with business; collaborate with cross-functional teams; partner with product,
  design and business teams; present your results to management; explain your decisions to non-engineers; talk to
  users; interact with customers; written and spoken communication; good interpersonal and communication skills;
  presenting to senior stakeholders; ability to articulate technical ideas; communicate effectively with technical
  and non-technical audiences; work with clients to understand their needs; able to explain a model to a surgeon;
  strong verbal and written skills; engage with stakeholders; Sit with users and understand how they work;
  collaborate with product owners, analysts and business stakeholders; communicate clearly in writing; translate
  between business and engineering; facilitate workshops; build relationships with stakeholders; consult with
  clients; convey technical information; manage stakeholders' expectations; influence stakeholders; clear written
  communication; work cross-functionally; Work directly with clients; excellent communication; be the point of
  contact for customers; turn business questions into data products; interface with customers; bridging the gap
  between business and technology; understand the needs of internal customers; presentation skills; confident
  presenting to executives; You explain things well to people who don't code; communicates openly; Good at
  explaining complex topics; you enjoy talking to people from other departments; run demos for customers;
  requirements elicitation; communicate technical trade-offs; collaborate with data scientists, product managers and
  business; Able to say no to a customer politely; work with scientists and understand their needs; storytelling
  with data; articulate; collaborate with analysts and other departments; collaborate with stakeholders across the
  business; close contact with our users; You can explain technical matters in plain words; hands-on consulting with
  customers; spoken and written communication; Communication; strong written skills; confident communicator; Ability
  to communicate; able to present findings; support internal users
not communication: communicative English; fluent English; data communication protocols; telecommunications;
  communication with devices; the communications industry; services that communicate over gRPC; good command of
  English; our communications department; inter-process communication; Corporate Communications; team player; IoT
  communication protocols; unified communications platform; event-driven communication between services
mentoring: mentoring; mentor junior engineers; coach team members; coaching; help juniors grow; mentor other
  developers; guide less experienced colleagues; mentorship; support the growth of junior developers; teach others;
  train colleagues; help other engineers grow; lead and mentor a team; share knowledge with juniors; develop junior
  staff; coach and develop engineers; guide junior team members; onboard new team members; provide technical
  guidance to junior engineers; knowledge sharing and mentoring; upskill the team; upskill colleagues; supervise
  interns; grow the people around you; bring others along; help teammates level up; take juniors under your wing;
  Provide mentorship; mentored other engineers; support and guide less experienced developers; foster the growth of
  team members; run workshops for colleagues; mentor and coach; act as a mentor; teach your colleagues Python;
  training junior staff; raise the skills of your teammates; give internal training; help less experienced
  developers; invest in the growth of others; develop talent; provide guidance to team members; pair with juniors;
  pairing with junior engineers; assist junior developers; coached junior colleagues; making the engineers around
  you better; technical mentorship; mentor data engineers
not mentoring: you will be mentored; we will assign you a mentor; a mentor will help you; mentorship programme for
  you; coach class travel; you will receive coaching; we offer coaching; access to a personal coach; you'll have a
  mentor; regular coaching sessions for all employees; a buddy and a mentor from day one
`);
