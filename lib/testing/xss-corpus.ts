/** What people try (T-XSS-1). No page that shows one of these may run anything or fetch anything. */
export const XSS_CORPUS: readonly string[] = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=https://canary.example/x.js></SCRIPT>',
  '<img src=x onerror=alert(1)>',
  '<img src="https://canary.example/p.png">',
  '![x](https://canary.example/p.png)',
  '![x](x"onerror="alert(1))',
  '<svg><script>alert(1)</script></svg>',
  '<svg onload=alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<a href="javascript&#58;alert(1)">x</a>',
  '<a href="jav&#x09;ascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java\tscript:alert(1))',
  '[x](javascript&colon;alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](vbscript:msgbox(1))',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[x](data:text/html,<script>alert(1)</script>)',
  '<javascript:alert(1)>',
  '[x]: javascript:alert(1)\n\n[x]',
  '[a](https://ok.example "t\\" onmouseover=\\"alert(1)")',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<form id=__proto__><input name=innerHTML></form>',
  '<form action="https://canary.example"><button>go</button></form>',
  '<div style="position:fixed;inset:0">x</div>',
  '<p style=background:url(https://canary.example/b)>x</p>',
  '<style>@import url(https://canary.example/c.css);</style>',
  '<link rel=stylesheet href=https://canary.example/d.css>',
  '<meta http-equiv=refresh content="0;url=https://canary.example">',
  '<base href="https://canary.example/">',
  '<object data="javascript:alert(1)"></object>',
  '<embed src="https://canary.example/e.swf">',
  '<video><source onerror=alert(1)></video>',
  '<details open ontoggle=alert(1)>x</details>',
  '<a href="#" onclick=alert(1) id=x class=btn target=_blank>x</a>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<textarea></textarea><script>alert(1)</script>',
  '<!--><script>alert(1)</script-->',
  '`<script>alert(1)</script>`',
  '```html\n<script>alert(1)</script>\n```',
  '    <script>alert(1)</script>',
  '\\<script>alert(1)\\</script>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '$\\href{javascript:alert(1)}{x}$',
  ':x[<img src=x onerror=alert(1)>]',
  ':ko[<script>alert(1)</script>]{onclick="alert(1)" class=a}',
  ':::note{onclick=alert(1)}\n<script>alert(1)</script>\n:::',
  '| a |\n|---|\n| <script>alert(1)</script> |',
  '- [ ] <img src=x onerror=alert(1)>',
  '[^1]\n\n[^1]: <script>alert(1)</script>',
  '# <script>alert(1)</script> {#x onclick=alert(1)}',
  '[x](term:"onmouseover="alert(1))',
  '[x](person:<script>)',
  '[x](passage:p-1"><script>alert(1)</script>)',
  'www.canary.example/"onmouseover="alert(1)',
  '<user@example.test"onclick=alert(1)>',
  '@<script>alert(1)</script>',
  ':smile:<script>alert(1)</script>',
];

const ALLOWED_ATTRIBUTES = /^(?:href|rel|class|data-card|lang|start|align)$/;
const ALLOWED_TAGS = /^(?:p|br|hr|blockquote|ul|ol|li|pre|code|em|strong|del|a|span|table|thead|tbody|tr|th|td)$/;

/** What in a piece of HTML could do harm: tags and attributes that were not allowed, and addresses that run. [] where nothing. */
export function harmIn(html: string): string[] {
  const harm: string[] = [];
  // A sanitised text has every other < written as &lt;, so each one here begins or ends a tag.
  for (const [tag, name = '', attributes = ''] of html.matchAll(/<\/?([a-z0-9]*)([^>]*)>?/gi)) {
    if (!ALLOWED_TAGS.test(name)) harm.push(tag);
    for (const [, attribute = '', value = ''] of attributes.matchAll(/([^\s=/]+)(?:="([^"]*)")?/g)) {
      if (!ALLOWED_ATTRIBUTES.test(attribute)) harm.push(`${attribute} in ${tag}`);
      if (attribute !== 'href') continue;
      const address = value.replace(/&#x([0-9a-f]+);/gi, (_, hex: string) =>
        String.fromCodePoint(Number.parseInt(hex, 16)),
      );
      if (!/^(?:https?:\/\/|mailto:|#|\/|[^:]*$)/i.test(address)) harm.push(`href ${value}`);
    }
  }
  return harm;
}
