/** What no student may ever see: the author's own ids of options, the same in every paper; addresses and silent classmates. */
export const NEVER = /cnry-\d-[a-z]|cnry-mail|CNRY-name[\w-]*/g;

/** What a review shows once it may: planted words and numbers, a key as data (bare, or within a script), a key in words. */
export const SECRET =
  /CNRY-(?!name)[\w-]+|[789]87[,\s]?654[,\s]?3\d\d\.\d+|0\.015625|\\?"key\\?":(?:\\?"[a-i]\\?"|\[)|Correct answer, not chosen|Belongs at \d/g;
