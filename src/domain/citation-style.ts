/**
 * How citations read, in the Citation Style Language 1.0.2: authors, year, title, what it appeared in, address.
 * A short style of our own: it says nothing of what is not known, where common ones write «n.d.», and it takes
 * a fifth of their time.
 */
export const CITATION_STYLE = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-US">
  <info>
    <title>Paperlight</title>
    <id>paperlight</id>
    <updated>2026-01-01T00:00:00+00:00</updated>
  </info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography et-al-min="11" et-al-use-first="10">
    <layout>
      <group delimiter=". ">
        <names variable="author"><name and="text" delimiter=", "/></names>
        <date variable="issued" form="numeric" date-parts="year"><date-part name="year"/></date>
        <text variable="title"/>
        <group delimiter=", ">
          <text variable="container-title"/>
          <group>
            <text variable="volume"/>
            <text variable="issue" prefix="(" suffix=")"/>
          </group>
          <text variable="page"/>
          <text variable="publisher"/>
          <text variable="number"/>
        </group>
        <choose>
          <if variable="DOI"><text variable="DOI" prefix="https://doi.org/"/></if>
          <else><text variable="URL"/></else>
        </choose>
      </group>
    </layout>
  </bibliography>
</style>`;
