// What several criteria are about isn't here: sound, film, motion, time, pop-ups, keys of its own, forms to fill in.
() => {
  const ABSENT = {
    "audio, video, iframe, object, embed, canvas, marquee, blink": "plays or moves",
    "img": "is a picture that may hold words",
    "meta[http-equiv=refresh i]": "loads itself anew",
    "[title]:not(abbr)": "pops up where somebody points",
    "[accesskey]": "listens to a key of its own",
    "[target]": "opens somewhere else",
    "[draggable], [contenteditable]": "is dragged or edited",
    "textarea, select, input:not([type=search], [type=radio])": "asks for more than words to search",
    "[style], script:not([src])": "is written into the page",
  };
  return Object.entries(ABSENT).flatMap(([selector, fault]) =>
    [...document.querySelectorAll(selector)].map((item) => `${audit.name(item)} ${fault}`),
  );
}
