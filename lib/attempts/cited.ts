/** How much of a cited passage a review shows: the link leads to the rest. */
export const CITED_CHARACTERS = 280;
