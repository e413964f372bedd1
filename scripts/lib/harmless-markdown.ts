import type { SatteriProcessorOptions } from '@astrojs/markdown-satteri';

type Plugins = Required<Pick<SatteriProcessorOptions, 'mdastPlugins' | 'hastPlugins'>>;
type MdastPlugin = Extract<
  Plugins['mdastPlugins'][number],
  { readonly name: string; html?: unknown }
>;
type HastPlugin = Extract<Plugins['hastPlugins'][number], { readonly name: string; raw?: unknown }>;

/** To the web, to mail, or within the site: no scheme, or one of these. */
const LEADS_SOMEWHERE = /^(?:https?:|mailto:|[^:]*(?:[/?#]|$))/i;
const LEADS_OUT = /^(?:https?:)?\/\//i;

/**
 * What a curator wrote in Markdown, without what could do harm in a page: HTML is shown as the text that it is, for
 * anybody may have proposed it.
 */
export const htmlAsText: MdastPlugin = {
  name: 'html-as-text',
  html: (node, context) => {
    context.replaceNode(node, { type: 'text', value: node.value });
  },
};

/** Links lead to the web, to mail and to the site itself; a picture of another host becomes a link to it. */
export const harmlessLinks: HastPlugin = {
  name: 'harmless-links',
  element: [
    {
      filter: ['a'],
      visit: (node, context) => {
        const href = node.properties['href'] ?? '';
        // browsers leave such characters out before they read the scheme
        // eslint-disable-next-line no-control-regex -- control characters are what it finds
        if (!LEADS_SOMEWHERE.test(href.replace(/[\u0000- ]/g, '')))
          context.setProperty(node, 'href', undefined);
        else if (LEADS_OUT.test(href)) context.setProperty(node, 'rel', 'noopener');
      },
    },
    {
      filter: ['img'],
      visit: (node, context) => {
        const src = node.properties['src'] ?? '';
        const properties: Record<string, string> = LEADS_OUT.test(src)
          ? { href: src, rel: 'noopener' }
          : {};
        const text = node.properties['alt'] || src;
        if (/^[^/]*:|^\/\//.test(src))
          context.replaceNode(node, {
            type: 'element',
            tagName: 'a',
            properties,
            children: [{ type: 'text', value: text }],
          });
      },
    },
  ],
};
