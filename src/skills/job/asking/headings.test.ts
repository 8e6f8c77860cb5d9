import { expect, test } from 'vitest';
import { sectionOf } from './headings.ts';

/** Headings as advertisements have them, by what they say. */
const headings = {
  required: `
    Requirements; Minimum Qualifications; Basic Qualifications; Required Skills & Experience;
    Required Qualifications:; Skills and Experience; What you'll bring; What You Bring to the Table;
    What we're looking for; What we are looking for in you; Who you are; About you; You have; You will have;
    You should have; You must have; Your profile; Your skills; Qualifications & Skills; Skills Required; Key Skills;
    Must Haves; Must-have skills; Mandatory Skills; Essential; Essential Criteria; Essential skills & experience;
    Technical Skills; Technical requirements; Experience; Experience required; The ideal candidate;
    Ideal candidate profile; The successful candidate will have; To be successful in this role you will have;
    We'd love to hear from you if you have; You'll need; You'll have; What you need; What you'll need to succeed;
    Knowledge, Skills and Abilities; Core competencies; Education and Experience; Job requirements;
    Position Requirements; Person specification; Candidate profile; Candidate requirements; Skillset;
    Your experience; Your background; We expect; We ask for; Do you have what it takes?; Is this you?;
    You might be a good fit if you; You may be a good fit if you have; You're a great fit if;
    Here's what we're looking for; Here's what you'll need; Top skills; Main requirements; Minimum requirements;
    What it takes; What it takes to be successful; Hard skills; Soft skills; Professional experience;
    Our expectations; Our requirements; Who we're looking for; We're looking for someone who;
    We are looking for someone with; Your qualifications; Skills you'll need; Skills & Qualifications;
    What makes you a great fit; Demonstrated experience with; Proven experience in`,
  nice: `
    Desired Skills and Experience; Nice to have; Nice-to-haves; Nice to have skills; Nice to Have (Not Required);
    Preferred Qualifications; Preferred skills; Preferred Skills and Experience; Bonus points;
    Bonus points if you have; Bonus skills; Bonus; Desirable; Desirable skills; Desired qualifications;
    Desired Skills; Pluses; Plus points; Good to have; Good to have skills; Advantageous; It's a plus if you have;
    It would be a plus if you have; It's a bonus if you have; Would be a plus; Will be a plus; As a plus; Big plus;
    Extra points; Extra credit; Optional; Optional skills; Additional skills that would be useful;
    You might also have; You may also have; We'd also love it if you; Even better if you have; Even better;
    What will make you stand out; What sets you apart; Ways to stand out from the crowd; Added bonus;
    Icing on the cake; Not essential but useful; Ideally you also have; Ideally, you'll have; Beneficial experience;
    Additional Qualifications; Great to have; Preferred, but not required; Highly desirable; Assets;
    Considered an asset; Experience in any of the following is a plus; Any of the following would be a bonus;
    Secondary skills; If you also have; You get extra points for`,
  task: `
    Responsibilities; Key Responsibilities; Your responsibilities; What you'll do; What you will do;
    What You'll Be Doing; What you will be working on; Your role; The role; The Role & Responsibilities;
    About the role; About the job; Job description; Job Summary; Position summary; Role overview; Your tasks;
    Your mission; Your day-to-day; Day to day; A day in the life; A typical day; In this role you will;
    In this role, you'll; As a Data Engineer you will; As a Senior Engineer, you will; As our new engineer, you'll;
    You will; You'll; You will be responsible for; Duties and Responsibilities; Main duties;
    Essential duties and responsibilities; Essential functions; Essential Job Functions; Job responsibilities;
    Primary responsibilities; Core responsibilities; Scope of work; Accountabilities; How you'll make an impact;
    How you will contribute; The opportunity; The job; The position; What you'll be responsible for;
    What you'll work on; What does the job involve; What is the job; Your impact; Your challenge; The challenge;
    Main tasks; Role purpose; The work; Project description; Your contribution; Role description`,
  stack: `
    Our stack; Tech stack; Our tech stack; Technologies; Technologies we use; The tech; Tools we use;
    Our technology; What we work with; Technology stack; Tools and technologies; Technical environment; Stack;
    What technologies do we use`,
  company: `
    About us; About the company; Who we are; About Acme; Our company; Company description; Company overview;
    Our story; About the team; The team; Our client; The client; Meet the team; Our mission; Who are we?;
    What we do; About our client`,
  benefit: `
    Benefits; What we offer; We offer; Perks; Perks and benefits; Perks & Benefits; Our benefits; Why join us;
    Why you'll love working here; Why work with us; What's in it for you; What you'll get; What you get;
    Compensation and benefits; Benefits package; Our offer; What do we offer?; Your benefits; Here's what we offer;
    We provide; Life at Acme; What we can offer you; In return; Total rewards`,
  elsewhere: `
    How to apply; Equal opportunity employer; EEO statement; Our interview process; Interview process;
    Hiring process; Recruitment process; Similar jobs; Related jobs; People also viewed; Privacy notice; Next steps;
    Apply now; Diversity & Inclusion; Application process; Disclaimer; Salary; Location;
    More jobs from this employer; What happens next; Accommodations; Reasonable accommodation`,
  learn: `
    What you'll learn; You will learn; What we'll teach you`,
};

const table = Object.entries(headings).flatMap(([kind, list]) =>
  list.split(/\s*;\s*/).map((heading) => [heading.trim(), kind] as const),
);

test.for(table)('%s', ([heading, kind]) => {
  expect(sectionOf(heading)).toBe(kind);
});
