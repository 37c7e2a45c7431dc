/** What draws. No script, foreignObject, animation, audio or video, feImage (it loads), font or cursor. */
export const allowedElements = new Set(
  `svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textPath title desc style switch
   linearGradient radialGradient stop clipPath mask pattern marker image filter
   feBlend feColorMatrix feComponentTransfer feFuncR feFuncG feFuncB feFuncA feComposite feConvolveMatrix feDiffuseLighting
   feDisplacementMap feDistantLight feDropShadow feFlood feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight
   feSpecularLighting feSpotLight feTile feTurbulence`.split(/\s+/),
);

const geometry = `id class transform x y x1 y1 x2 y2 dx dy cx cy r rx ry fx fy fr d points width height viewBox preserveAspectRatio
   rotate textLength lengthAdjust startOffset method spacing side pathLength offset gradientUnits gradientTransform spreadMethod
   clipPathUnits maskUnits maskContentUnits patternUnits patternContentUnits patternTransform markerUnits markerWidth markerHeight
   refX refY orient version`;

const presentation = `fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-dasharray stroke-dashoffset
   stroke-linecap stroke-linejoin stroke-miterlimit color opacity stop-color stop-opacity display visibility overflow
   clip-path clip-rule mask filter marker marker-start marker-mid marker-end paint-order vector-effect shape-rendering
   text-rendering image-rendering color-interpolation color-interpolation-filters mix-blend-mode isolation transform-origin
   font-family font-size font-style font-weight font-variant font-stretch font-size-adjust letter-spacing word-spacing
   text-anchor text-decoration dominant-baseline alignment-baseline baseline-shift writing-mode direction unicode-bidi
   flood-color flood-opacity lighting-color`;

const filterValues = `filterUnits primitiveUnits in in2 result mode type values tableValues slope intercept amplitude exponent
   operator k1 k2 k3 k4 order kernelMatrix divisor bias targetX targetY edgeMode preserveAlpha surfaceScale diffuseConstant
   specularConstant specularExponent scale xChannelSelector yChannelSelector azimuth elevation stdDeviation radius z pointsAtX
   pointsAtY pointsAtZ limitingConeAngle baseFrequency numOctaves seed stitchTiles`;

const names = (list: string) => list.split(/\s+/).filter(Boolean);
const allowed = new Set([...names(geometry), ...names(presentation), ...names(filterValues)]);
const styleProperties = new Set(names(presentation).concat('white-space', 'line-height', 'text-align', 'font'));

/** Base64 of a PNG or JPEG; whitespace in it is usual. */
const embedded = /^data:image\/(?:png|jpe?g);base64,[A-Za-z0-9+/=\s]*$/;

/** The value that an attribute of an SVG element may keep, or undefined where the attribute may not stay. */
export function allowedAttribute(element: string, name: string, value: string): string | undefined {
  if (name === 'href' || name === 'xlink:href') return allowedAddress(element, value.trim());
  if (name === 'style') return safeDeclarations(value) || undefined;
  if (name === 'xml:space' || name === 'xml:lang') return value;
  if (!allowed.has(name)) return undefined;
  return isHarmless(value) ? value : undefined;
}

function allowedAddress(element: string, value: string): string | undefined {
  if (element === 'image') return embedded.test(value) ? value.replace(/\s+/g, '') : undefined;
  return /^#[^\s"'<>\\]+$/.test(value) ? value : undefined;
}

/** The identifiers that `#x` and every `url(#x)` of an allowed value point at within the drawing. */
export function localReferences(value: string): string[] {
  if (value.startsWith('#')) return [value.slice(1)];
  return [...value.matchAll(/url\(\s*["']?#([^)"'\s]+)/g)].map((match) => match[1]!);
}

/**
 * A stylesheet reduced to plain rules: no at-rules (`@import`, `@font-face`, `@keyframes`, whatever comes), and of each rule only
 * known properties with harmless values. One with a backslash is dropped whole: an escape could spell anything.
 */
export function safeStylesheet(css: string): string {
  if (css.includes('\\')) return '';
  const plain = css.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, '').replace(/<!--|-->/g, '');
  return topLevelRules(plain)
    .map(({ selector, body }) => ({ selector, declarations: safeDeclarations(body) }))
    .filter(({ selector, declarations }) => declarations && /^[\w\s.#,:>*+~()[\]="'-]+$/.test(selector))
    .map(({ selector, declarations }) => `${selector} { ${declarations} }`)
    .join('\n');
}

/** Rules outside any other; by counting braces, since a pattern for nested ones takes quadratic time on text made for it. */
function topLevelRules(css: string): { selector: string; body: string }[] {
  const rules: { selector: string; body: string }[] = [];
  let start = 0;
  let open = 0;
  let depth = 0;
  for (let at = 0; at < css.length; at++) {
    const character = css[at];
    if (character === ';' && depth === 0) start = at + 1;
    if (character === '{' && depth++ === 0) open = at;
    if (character === '}' && depth > 0 && --depth === 0) {
      const selector = css.slice(start, open).trim();
      if (!selector.startsWith('@')) rules.push({ selector, body: css.slice(open + 1, at) });
      start = at + 1;
    }
  }
  return rules;
}

function safeDeclarations(text: string): string {
  return text
    .split(';')
    .map((declaration) => /^([a-z-]+)\s*:([\s\S]+)$/i.exec(declaration.trim()))
    .filter((match) => match !== null && styleProperties.has(match[1]!.toLowerCase()) && isHarmless(match[2]!))
    .map((match) => `${match![1]}: ${match![2]!.trim()}`)
    .join('; ');
}

/** Functions other than colours, transforms and references to the drawing's own parts do not occur in what draws. */
function isHarmless(value: string): boolean {
  if (/[\\<>@{}]|\/\*/.test(value)) return false;
  const parts = value.split('(');
  return parts.slice(1).every((argument, index) => {
    const name = /([a-z-]*)\s*$/i.exec(parts[index]!.slice(-20))![1]!.toLowerCase();
    if (name === 'url') return /^\s*["']?#[^"'\s)]+["']?\s*\)/.test(argument);
    return /^(rgba?|hsla?|matrix|translate[xy]?|scale[xy]?|rotate|skew[xy])?$/.test(name);
  });
}
