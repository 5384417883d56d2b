package chapter

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAQuoteWithAKindIsACallout(t *testing.T) {
	for kind, want := range map[string][2]string{
		"NOTE": {"note", "Note"}, "MYTH": {"myth", "Often said, and wrong"}, "WARNING": {"warning", "Careful"},
	} {
		assert.Equal(t,
			`<aside class="callout" data-kind="`+want[0]+`"><p class="callout-title">`+want[1]+"</p>\n<p>One <strong>two</strong>\nthree</p>\n</aside>\n",
			rendered(t, "> [!"+kind+"]\n> One **two**\n> three\n").body)
	}
	assert.Equal(t, "<aside class=\"callout\" data-kind=\"note\"><p class=\"callout-title\">Note</p>\n<p>Below</p>\n</aside>\n",
		rendered(t, "> [!NOTE]\n>\n> Below\n").body, "no empty paragraph")
}

func TestCodeHasALabelAndAButtonThatCopiesIt(t *testing.T) {
	assert.Equal(t, `<figure class="snippet"><figcaption><span>In a shell</span><span class="snippet-said" role="status"></span><button type="button" class="quiet" data-copy disabled aria-label="Copy the code: In a shell">Copy</button></figcaption>`+
		`<pre tabindex="0"><code class="notranslate" translate="no">a &lt;b&gt; &amp;&amp; &#34;c&#34;`+"\n\n  d</code></pre></figure>\n",
		rendered(t, "```sh In a shell\na <b> && \"c\"\n\n  d\n```\n").body)
	assert.Contains(t, rendered(t, "```go\nx\n```\n").body, "<span>go</span>", "the language is its label where it has no other")
	assert.Contains(t, rendered(t, "```go <b>\"\nx\n```\n").body, `<span>&lt;b&gt;&#34;</span>`)
}

func TestALinkWithinTheSiteIsWrittenAsItStands(t *testing.T) {
	assert.Equal(t, "<p><a href=\"/?alg=HS512&amp;size=64\">a</a> <a href=\"#b\">b</a> <a href=\"/guide/c#d\"><code>c</code></a> <a href=\"/a&#34;b\">d</a></p>\n",
		rendered(t, `[a](/?alg=HS512&size=64) [b](#b) [`+"`c`"+`](/guide/c#d) [d](</a"b>)`+"\n").body)
}

func TestTheWaysBackFromASourceAreToldApart(t *testing.T) {
	c := rendered(t, "A.[^one] B.[^two] C.[^two] D.[^two]\n")
	for _, want := range []string{
		`first source, <code>https://one.example</code>&#160;<a href="#fnref:1" class="footnote-backref" role="doc-backlink" aria-label="back, from source 1">back</a></p>`,
		`second source&#160;<a href="#fnref:2" class="footnote-backref" role="doc-backlink" aria-label="back 1, from source 2">back 1</a>` +
			`&#160;<a href="#fnref1:2" class="footnote-backref" role="doc-backlink" aria-label="back 2, from source 2">back 2</a>` +
			`&#160;<a href="#fnref2:2" class="footnote-backref" role="doc-backlink" aria-label="back 3, from source 2">back 3</a></p>`,
	} {
		assert.Contains(t, c.body, want)
	}
	for _, id := range []string{"fnref:1", "fnref:2", "fnref1:2", "fnref2:2"} {
		assert.Contains(t, c.body, `<sup id="`+id+`">`)
	}
}

func TestNoTableCarriesAStyleWhichThePageWouldRefuse(t *testing.T) {
	body := rendered(t, "| a | b |\n|:-:|--:|\n| 1 | <= |\n").body
	assert.NotContains(t, body, "style=")
	assert.NotContains(t, body, "align=")
	assert.Contains(t, body, "<td>&lt;=</td>")
}

func TestATableScrollsInARegionThatHasAName(t *testing.T) {
	assert.Equal(t, `<div class="table-place" tabindex="0" role="region" aria-label="Table: A &#34;b&#34;, c &amp; d"><table>`+
		"\n<thead>\n<tr>\n<th>A &quot;<em>b</em>&quot;</th>\n<th>c &amp; <code>d</code></th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table></div>\n",
		rendered(t, "| A \"*b*\" | c & `d` |\n|---|---|\n| 1 | 2 |\n").body)
}

func TestABoxStandsInThePageWithWhatItShowsAtFirst(t *testing.T) {
	assert.Equal(t, `<section class="try card" data-box="echo" aria-labelledby="echo-title"><p class="try-mark">Try it</p><h3 id="echo-title">Say &lt;i&gt; &amp; &#34;more&#34;</h3>`+
		`<div class="field"><label for="echo-said">Say</label><input type="text" id="echo-said" name="said" disabled="" value="a&lt;b&gt;&amp;c" autocomplete="off" autocapitalize="none" spellcheck="false" translate="no" class="notranslate code-field"/></div>`+
		`<p class="words" data-place="heard">a&lt;b&gt;&amp;c</p></section>`,
		rendered(t, "```try echo\nSay <i> & \"more\"\n```\n").body)
}
