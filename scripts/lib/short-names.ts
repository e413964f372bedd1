/** `PaperList.astro_astro_type_script_index_0_lang` is known well enough as `PaperList`. */
export const shortScriptName = ({ name }: { readonly name: string }): string =>
  `_astro/${name.replace(/\..*$/, '')}.[hash].js`;
