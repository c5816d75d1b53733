/** A text of one's own with a hundred names to label, in order, each with its label's key in the default schema. */

const people = ['Sara Rahimi', 'Omar Karimi', 'Laila Nawaz', 'Dawood Safi', 'Nadia Aslam'];
const bodies = ['Northern Council', 'River Trust', 'Border Commission', 'Harbour Union', 'Relief Committee'];
const places = ['Kabul', 'Quetta', 'Istanbul', 'Doha', 'Herat'];
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];

const PERSON = '1';
const BODY = '2';
const PLACE = '5';
const DAY = '-';

const sentences = Array.from({ length: 25 }, (_, number) => {
  const [a, b] = [number % 5, Math.floor(number / 5)];
  const person = people[a]!;
  const body = bodies[(a + b) % 5]!;
  const place = places[(a + 2 * b) % 5]!;
  const day = days[(a + 3 * b) % 5]!;
  return {
    text: `In ${place}, ${person} told the ${body} on ${day} that talks would go on.`,
    names: [
      { quote: place, key: PLACE },
      { quote: person, key: PERSON },
      { quote: body, key: BODY },
      { quote: day, key: DAY },
    ],
  };
});

export const hundred = {
  text: sentences.map(({ text }) => text).join('\n\n'),
  names: sentences.flatMap(({ names }) => names),
};
