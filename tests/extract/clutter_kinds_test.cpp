// Every kind of clutter that news sites put around and into an article, in every place where it may
// stand, around one article of our own: no clutter becomes evidence, and the article is read whole.
// Pages of whole builds stand in tests/extract/clutter/.

#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "tests/catch.h"
#include "tests/extract/analysed.h"

using namespace entente;

namespace {

// Each names people whom the article does not name, in sentences and headlines that would give
// facts.
struct Clutter {
  std::string_view kind;
  std::string_view html;
};

constexpr Clutter kKinds[] = {
    {"navigation",
     "<nav><ul><li><a href='/a'>Kenyan President Otto Berg meets Austrian President "
     "Lena Falk</a></li><li><a href='/b'>Sport</a></li><li><a href='/c'>Markets</a>"
     "</li></ul></nav>"},
    {"menu without nav",
     "<div class='site-menu'><a href='/a'>Home</a> <a href='/b'>World</a> "
     "<a href='/c'>Kenyan President Otto Berg visited Vienna</a></div>"},
    {"breadcrumbs",
     "<div class='breadcrumbs'><a href='/'>Home</a> &gt; <a href='/w'>World</a> &gt; "
     "<span>Kenyan President Otto Berg met Lena Falk</span></div>"},
    {"sidebar",
     "<aside><h3>Latest</h3><p>Kenyan President Otto Berg met Austrian Chancellor Lena "
     "Falk in Nairobi on Friday.</p></aside>"},
    {"sidebar by name",
     "<div class='sidebar'><h4>Latest news</h4><p>Kenyan President Otto Berg met "
     "Austrian Chancellor Lena Falk in Nairobi on Friday.</p></div>"},
    {"related by name",
     "<div class='related-articles'><p>Kenyan President Otto Berg met Austrian "
     "Chancellor Lena Falk in Nairobi on Friday.</p></div>"},
    {"related by heading",
     "<div><h3>Related</h3><ul><li><a href='/a'>Otto Berg met Lena Falk in "
     "Nairobi</a></li><li><a href='/b'>Lena Falk visited Kenya</a></li></ul>"
     "</div>"},
    {"read more line",
     "<p><strong>Read more:</strong> <a href='/a'>Kenyan President Otto Berg met "
     "Austrian Chancellor Lena Falk</a></p>"},
    {"also read line",
     "<p>Also Read: Kenyan President Otto Berg met Austrian Chancellor Lena Falk"
     "</p>"},
    {"most read",
     "<div class='most-read'><ol><li><a href='/a'>Otto Berg met Lena Falk</a></li><li>"
     "<a href='/b'>Lena Falk accused Otto Berg of fraud</a></li></ol></div>"},
    {"trending",
     "<section class='trending'><h2>Trending now</h2><p><a href='/a'>Kenyan President "
     "Otto Berg visited Austria</a></p></section>"},
    {"teaser cards",
     "<div class='card'><a href='/a'><img src='a.jpg'><h3>Otto Berg met Lena Falk"
     "</h3><p>Kenyan President Otto Berg met Chancellor Lena Falk.</p></a></div>"},
    {"caption credit",
     "<figure><img src='a.jpg'><figcaption><span class='credit'>Photo: Otto Berg/"
     "Agency via Lena Falk</span></figcaption></figure>"},
    {"cookie banner",
     "<div class='cookie-consent'><p>We and our partner Otto Berg Limited use "
     "cookies. Otto Berg signed an agreement with Lena Falk.</p><button>Accept all"
     "</button></div>"},
    {"consent dialog",
     "<div role='dialog'><h2>Your privacy</h2><p>Otto Berg signed a data "
     "agreement with Lena Falk in Vienna.</p></div>"},
    {"newsletter box",
     "<div class='newsletter-signup'><h3>Sign up</h3><p>Kenyan President Otto "
     "Berg met Lena Falk: get such stories by mail.</p><form><input name='mail'>"
     "</form></div>"},
    {"newsletter form",
     "<form><p>Join Otto Berg, who met Lena Falk in Vienna, and 9,000 others."
     "</p><input><button>Subscribe</button></form>"},
    {"comments",
     "<div id='comments'><h3>2 comments</h3><div class='comment'><b>Karl77</b><p>Kenyan "
     "President Otto Berg met Lena Falk in secret, everybody knows.</p></div></div>"},
    {"comments of a service",
     "<section class='disqus-thread'><p>Otto Berg bribed Chancellor Lena "
     "Falk in Vienna.</p></section>"},
    {"author box",
     "<div class='author-bio'><p>Lena Falk is a reporter. She met President Otto Berg "
     "of Kenya in 2019.</p></div>"},
    {"share bar",
     "<div class='social-share'><ul><li><a href='#'>Share</a></li><li><a href='#'>Otto "
     "Berg met Lena Falk</a></li></ul></div>"},
    {"tags",
     "<div class='tags'><a href='/t'>Otto Berg</a> <a href='/u'>Lena Falk</a> <a href='/v'>"
     "Kenya</a></div>"},
    {"live-blog widget",
     "<div class='liveblog-widget'><p><time>10:14</time> Kenyan President Otto "
     "Berg met Austrian Chancellor Lena Falk.</p><p><time>10:02</time> Lena "
     "Falk landed in Nairobi.</p></div>"},
    {"ticker",
     "<div class='breaking-ticker'><span>Breaking:</span> <a href='/a'>Otto Berg met Lena "
     "Falk in Nairobi</a></div>"},
    {"next article",
     "<article class='next-article'><h1>Berg and Falk in Nairobi</h1><p>Kenyan "
     "President Otto Berg met Austrian Chancellor Lena Falk in Nairobi on Friday."
     "</p></article>"},
    {"next article at length",
     "<article><h1>Berg and Falk in Nairobi</h1><p>Kenyan President Otto Berg met Austrian "
     "Chancellor Lena Falk in Nairobi on Friday, and the two spoke of the price of tea, of the new "
     "road to the coast and of the many students who wait for a visa.</p><p>Lena Falk visited a "
     "school in the morning, where children sang for her and she sang for them, which nobody had "
     "expected of Lena Falk.</p></article>"},
    {"advertisement",
     "<div class='advertisement'><p>Otto Berg visited Vienna with our cruises and "
     "met Lena Falk.</p></div>"},
    {"sponsored",
     "<div class='sponsored'><h4>Sponsored</h4><p>Chancellor Lena Falk met investor "
     "Otto Berg in Vienna.</p></div>"},
    {"promotion",
     "<div class='promo'><p>Listen: President Otto Berg met Chancellor Lena Falk."
     "</p></div>"},
    {"paywall",
     "<div class='paywall'><p>Subscribers know that President Otto Berg met Chancellor "
     "Lena Falk. Already a subscriber? Log in</p></div>"},
    {"video box",
     "<div class='video-player'><h4>Watch</h4><p>President Otto Berg met Chancellor "
     "Lena Falk in Nairobi.</p></div>"},
    {"audio box",
     "<div class='podcast-promo'><p>President Otto Berg met Chancellor Lena Falk: our "
     "podcast.</p></div>"},
    {"gallery",
     "<div class='gallery'><figure><img src='a.jpg'></figure><p class='counter'>1/9</p>"
     "<a href='/g'>Otto Berg met Lena Falk in pictures</a></div>"},
    {"hidden text",
     "<div style='display: none'><p>President Otto Berg met Chancellor Lena Falk in "
     "Nairobi.</p></div>"},
    {"hidden from readers",
     "<div aria-hidden='true'><p>President Otto Berg met Chancellor Lena "
     "Falk in Nairobi.</p></div>"},
    {"script", "<script>var s = 'President Otto Berg met Chancellor Lena Falk.';</script>"},
    {"noscript", "<noscript><p>President Otto Berg met Chancellor Lena Falk.</p></noscript>"},
    {"template", "<template><p>President Otto Berg met Chancellor Lena Falk.</p></template>"},
    {"AMP list",
     "<amp-list class='amp-related'><a href='/a'>Otto Berg met Lena Falk in Nairobi</a>"
     "</amp-list>"},
    {"AMP sidebar",
     "<amp-sidebar class='amp-sidebar'><p>President Otto Berg met Chancellor Lena "
     "Falk.</p></amp-sidebar>"},
    {"print header",
     "<div class='print-header'><p>Printed for Otto Berg, who met Lena Falk.</p>"
     "</div>"},
    {"poll",
     "<div class='poll-widget'><p>Was it right that President Otto Berg met Chancellor Lena "
     "Falk?</p><label>Yes</label><label>No</label></div>"},
    {"quiz form", "<form class='quiz'><label>Otto Berg met Lena Falk in Nairobi.</label></form>"},
    {"account bar",
     "<header><p>Welcome, Otto Berg. Your friend Lena Falk met Karl Moor.</p>"
     "</header>"},
    {"footer",
     "<footer><p>President Otto Berg met publisher Lena Falk when this paper was founded."
     "</p></footer>"},
    {"recommendations",
     "<div class='recommended'><h3>Recommended for you</h3><p><a href='/a'>"
     "President Otto Berg met Chancellor Lena Falk in Nairobi</a></p></div>"},
    {"outside recommendations",
     "<div class='outbrain'><a href='/a'>President Otto Berg met Lena "
     "Falk, and you will not believe it</a></div>"},
    {"search box", "<div role='search'><p>Popular: Otto Berg met Lena Falk</p></div>"},
    {"weather and markets",
     "<table class='market-data'><tr><td><a href='/m'>Berg Falk</a></td><td>"
     "<a href='/m'>1.2</a></td></tr></table>"},
};

constexpr std::string_view kParagraphs[] = {
    "Austrian President Anna Keller met Kenyan President Marcus Hale in Vienna on Monday, and the "
    "two spoke for three hours about trade, the harbour and the railway.",
    "The talks had been planned since spring, but were put off twice because of the strike at the "
    "port, an official said on Tuesday.",
    "Marcus Hale visited a factory in the afternoon, where workers told him about their training, "
    "their wages and the long way home.",
    "A second round is planned for autumn, this time by the sea, with ministers of both sides and "
    "the heads of the two chambers of commerce.",
};

enum class Where { Above, AboveTitle, Below, Inside, InsideEnd, Beside };
constexpr Where kPlaces[] = {Where::Above,  Where::AboveTitle, Where::Below,
                             Where::Inside, Where::InsideEnd,  Where::Beside};

std::string page_with(std::string_view clutter, Where where) {
  const auto at = [&](Where place) { return where == place ? std::string(clutter) : ""; };
  std::string page = "<!DOCTYPE html><html><head><title>Keller and Hale talk</title></head><body>" +
                     at(Where::Above) + "<main><div class='columns'>";
  page += "<article>" + at(Where::AboveTitle) + "<h1>Keller and Hale talk</h1>";
  for (std::size_t i = 0; i < std::size(kParagraphs); ++i) {
    page += "<p>" + std::string(kParagraphs[i]) + "</p>";
    if (i == 1) page += at(Where::Inside);
  }
  return page + at(Where::InsideEnd) + "</article>" + at(Where::Beside) + "</div></main>" +
         at(Where::Below) + "</body></html>";
}

bool is_read(const Block& block) {
  return block.kind == BlockKind::Body || block.kind == BlockKind::Caption;
}

}  // namespace

TEST_CASE("no kind of clutter, wherever it stands, gives an edge or takes a paragraph away",
          "[clutter]") {
  CHECK(std::size(kKinds) >= 40);
  for (const Clutter& clutter : kKinds) {
    for (const Where where : kPlaces) {
      CAPTURE(clutter.kind, static_cast<int>(where));
      RawArticle raw;
      raw.format = RawArticle::Format::Html;
      raw.article.id = "page";
      raw.article.text = page_with(clutter.html, where);
      const Document document = reader().load(raw);
      for (const std::string_view paragraph : kParagraphs) {
        const bool there = std::ranges::any_of(document.blocks, [&](const Block& block) {
          return is_read(block) && slice(document.article.text, block.span) == paragraph;
        });
        CHECK(there);
      }
      const Extraction extraction = reader().read(document);
      bool met = false;
      for (const Fact& fact : extraction.facts) {
        met = met || fact.relation == "met-with";
        for (const Evidence& evidence : fact.evidence) {
          CAPTURE(evidence.quote);
          CHECK(evidence.quote.find("Falk") == std::string::npos);
          CHECK(evidence.quote.find("Berg") == std::string::npos);
        }
      }
      CHECK(met);
    }
  }
}
