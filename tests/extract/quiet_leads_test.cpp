// Leads that state no event between actors: markets, sport, weather, culture, mere statements. At
// most one in twenty may yield an edge.

#include <iterator>
#include <set>
#include <string>
#include <string_view>

#include "tests/catch.h"
#include "tests/extract/analysed.h"

using namespace entente;

namespace {

constexpr std::string_view kLeads[] = {
    "The Austrian stock market closed 1.2 percent higher on Tuesday, led by banks and energy "
    "shares.",
    "Kenya's shilling fell against the dollar for a fourth day as importers bought hard currency.",
    "Oil prices slipped below 80 dollars a barrel on Friday after Norway reported higher output.",
    "Bank of Kenya shares hit a record high after the lender posted better profits than analysts "
    "had expected.",
    "Gold climbed to its highest level in three months as investors sought safety from a weaker "
    "dollar.",
    "Hungary's inflation rate eased to 4.1 percent in May, the statistics office said on Monday.",
    "The euro was little changed against the yen in thin trading before a holiday in Germany.",
    "Japan's exports to China rose 8 percent in June, less than economists had forecast.",
    "Norway's sovereign wealth fund returned 6 percent in the first half of the year.",
    "Coffee futures jumped in London after frost damaged crops in Brazil.",
    "Wheat output in Canada will shrink by a tenth this year because of drought, farmers said.",
    "Unemployment in Portugal fell to its lowest level in twenty years.",
    "European shares ended lower on Wednesday, with Germany and France leading the losses.",
    "Sales of new cars in Italy dropped for the fifth month in a row.",
    "Investors shrugged off weak data from Australia and pushed shares to new highs.",
    "Kenya beat Austria 3-1 in a friendly match in Nairobi on Saturday.",
    "Norway defeated Sweden in the final of the women's handball championship.",
    "Marcus Hale scored twice as Hungary thrashed Malta 5-0 in a World Cup qualifier.",
    "Anna Keller won the downhill in Austria on Sunday, ahead of Mira Stolz of Switzerland.",
    "Brazil take on Argentina in the second semi-final on Wednesday.",
    "Italy fought back from two goals down to draw with Spain.",
    "Kenya's runners swept the medals in the marathon in Berlin.",
    "Portugal face France in Lisbon on Tuesday, needing a draw to qualify.",
    "England attacked from the start and Ireland defended with ten men.",
    "Marcus Hale knocked out Rolf Brandt in the third round to keep his heavyweight title.",
    "The Netherlands crushed Peru 4-0 in the opening match of the tournament.",
    "Anna Keller beat Mira Stolz 6-4, 6-2 to reach the third round of the tennis tournament in "
    "Vienna.",
    "India were bowled out for 120 as New Zealand took control of the first cricket test.",
    "Spain captured the title with a late goal against Germany.",
    "Croatia's coach Rolf Brandt said that his team would play without its captain against "
    "Denmark.",
    "The rider from Austria crashed in the last bend and lost the lead to Marcus Hale of Canada.",
    "Heavy rain swept across Kenya on Thursday, flooding roads and fields.",
    "A storm hit the coast of Portugal overnight, cutting power to thousands of homes.",
    "Temperatures in Hungary will climb to 38 degrees this weekend.",
    "Fog closed the airport of Vienna for three hours on Monday morning.",
    "A hurricane is moving from Cuba towards the United States and will bring strong winds.",
    "Snow blocked mountain passes between Austria and Italy.",
    "An earthquake of magnitude 5.6 struck Greece and was felt in Turkey.",
    "Drought threatens harvests in the north of Kenya for the third year.",
    "Wildfires burned near Athens as a heat wave gripped Greece.",
    "A museum in Vienna opened an exhibition of paintings by Anna Keller.",
    "The actor Marcus Hale will play a detective in a film that is set in Norway.",
    "The novel tells the story of a family that leaves Hungary for Canada.",
    "A festival of African music begins in Nairobi on Friday.",
    "Archaeologists found a bronze helmet near the border of Austria.",
    "Anna Keller, who wrote three books about Kenya, died on Sunday at the age of 80.",
    "The zoo of Berlin showed two young elephants to visitors for the first time.",
    "Scientists in Sweden say that they have found a new kind of frog.",
    "A train derailed near Budapest on Tuesday, killing two passengers.",
    "Doctors in Kenya say that malaria is the main cause of death among children.",
    "The president of Austria said the economy was in good shape.",
    "Prime Minister Anna Keller said on Monday that winter would be hard for Hungary.",
    "Kenya's population has doubled in thirty years, a report said.",
    "\"We are a small country with a long history,\" President Marcus Hale said in Nairobi.",
    "The minister said relations between Norway and Sweden were good.",
    "Finland is a country of lakes and forests.",
    "Denmark has no plans to change its currency, Finance Minister Rolf Brandt said.",
    "The government in Vienna expects growth of two percent this year.",
    "Analysts say that Germany depends on exports more than France.",
    "Voters in Portugal go to the polls on Sunday to choose a new parliament.",
};
constexpr std::size_t kAllowed = std::size(kLeads) / 20;

// What lasts and is true of whoever is named: no event.
const std::set<std::string> kStanding = {"holds-position", "part-of", "located-in", "member-of",
                                         "spouse-of"};

std::string events_of(std::string_view text) {
  std::string lines;
  const Extraction extraction = reader().read(read_body(text));
  for (const Fact& fact : extraction.facts) {
    if (kStanding.contains(fact.relation)) continue;
    lines += fact.subject + ' ' + fact.relation + ' ' + fact.object + '\n';
  }
  return lines;
}

}  // namespace

TEST_CASE("news without an event between actors yields next to no edges") {
  std::size_t leads = 0;
  std::string all;
  for (const std::string_view lead : kLeads) {
    const std::string events = events_of(lead);
    leads += events.empty() ? 0U : 1U;
    all += events;
  }
  CAPTURE(all);
  CHECK(leads <= kAllowed);
}
