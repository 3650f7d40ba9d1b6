/** The look of a row in a review, with a bar at its start in the colour of its verdict. (A transparent bar would show in forced colours.) */
export function rowWithBar(verdict: 'correct' | 'not-correct' | undefined): string {
  const bars = { correct: 'border-s-[3px] border-s-ok ps-3', 'not-correct': 'border-s-[3px] border-s-bad ps-3' };
  return `flex gap-3 border-line border-b py-2.5 pe-3 print:break-inside-avoid ${verdict ? bars[verdict] : 'ps-[15px]'}`;
}
