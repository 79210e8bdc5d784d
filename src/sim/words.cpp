#include "sim/words.h"

#include <array>
#include <map>
#include <vector>

namespace lots::sim {

namespace {

using Sentences = std::vector<std::string>;

/// By the name of the field in the API.
const std::map<std::string, Sentences, std::less<>>& sentences()
{
    static const std::map<std::string, Sentences, std::less<>> all{
        {"reason",
         {"Har setts flera kvällar med äldre kända personer.", "Frånvaron har ökat sedan i höstas.",
          "Nytt umgänge på kort tid."}},
        {"why_sig", {"Flera behöver göra saker samtidigt.", "Var för sig har det inte räckt."}},
        {"weighing",
         {"Ung vid första brottet, men en vilja att ändra sig.", "Oro från flera håll, och en förälder som söker hjälp."}},
        {"sources", {"Anmälan, samtal med skolan och egna uppgifter.", "Egna uppgifter och polisens."}},
        {"what", {"Så beslutas.", "Enligt förslaget."}},
        {"why", {"Flera händelser på kort tid. Stödet behöver samordnas.", "Målen kan nås bara om alla hjälps åt."}},
        {"how", {"I samråd med ungdomen, vårdnadshavarna och de andra.", "Vid ett möte med alla."}},
        {"who", {"Socialtjänsten håller ihop ärendet."}},
        {"delegation", {"2.4"}},
        {"childs_view",
         {"Vill ha hjälp att komma tillbaka till skolan.", "Tycker att det är okej.", "Är tveksam men vill pröva."}},
        {"best_interests", {"Samordnat stöd hemma väger tyngre än nackdelen att fler får veta."}},
        {"purpose", {"Att ni som stöder ungdomen får tala med varandra."}},
        {"information_kinds", {"Skolgång, fritid, umgänge och det polisen ser."}},
        {"not_shared", {"Uppgifter om vård och om andra personer."}},
        {"note", {"Lugnt samtal.", "Vi talade om vad som händer nu.", "Allt är sagt."}},
        {"goal_text",
         {"Vara i skolan varje dag", "Inte begå fler brott", "Ha något att göra på kvällarna", "Lugnare hemma"}},
        {"reached_how", {"Vi ser det i uppföljningen varje månad."}},
        {"measure",
         {"Gå till skolan varje dag", "Samtal en gång i veckan", "Ta fram en studieplan", "Följa med till träningen"}},
        {"documented_how", {"Anteckning vid varje möte.", "I skolans frånvarosystem."}},
        {"plain_words", {"Vi hjälps åt med det här.", "Du får hjälp varje vecka."}},
        {"youth_words", {"Jag vill gå ut nian.", "Jag vill att det blir lugnt."}},
        {"guardian_words", {"Vi vill att det blir lugnt hemma."}},
        {"crisis_contact", {"Socialjouren, 010-000 00 00"}},
        {"text",
         {"Går framåt. Vi fortsätter.", "Det har varit en tung månad.", "Bättre än förra gången.",
          "Vi gick igenom planen."}},
        {"who_may_hear", {"Alla vid bordet får höra allt som sägs här."}},
        {"youth_opinion", {"Det är okej.", "Jag vill sluta snart.", "Det hjälper."}},
        {"place", {"Kulturhuset, rum 2", "Familjecentralen"}},
        {"facts", {"Vi har träffats ett halvår och ser över om det behövs.", "Nya händelser sedan sist."}},
        {"ground", {"Så är läget.", "Det har gruppen sagt."}},
        {"informed", {"Ungdomen och föräldrarna, vid mötet."}},
        {"hand_over", {"Allt som pågår är lämnat över vid ett samtal."}},
        {"language", {"svenska"}},
    };
    return all;
}

constexpr std::array family_beginnings{"Alm",  "Berg", "Björk", "Blom",  "Bäck", "Dal",  "Ek",    "Fors",  "Gran", "Gren",
                                       "Grön", "Hall", "Hed",   "Holm",  "Hög",  "Karl", "Klint", "Lager", "Lilj", "Lind",
                                       "Lund", "Löv",  "Malm",  "Mo",    "Ny",   "Nord", "Od",    "Palm",  "Ring", "Ros",
                                       "Sand", "Sjö",  "Skog",  "Ström", "Sund", "Sten", "Väst",  "Öst",   "Åker", "Ängs"};
constexpr std::array family_endings{"berg", "blad", "borg", "brink", "dahl",  "fors", "hag", "hult",  "kvist",
                                    "lind", "lund", "löf",  "mark",  "rot",   "ryd",  "sjö", "stedt", "strand",
                                    "vall", "vik",  "ås",   "äng",   "backe", "torp", "näs", "tuna",  "sta"};
constexpr std::array given_names{"Alva", "Bo",   "Charlie", "Dani",  "Elis",  "Frej", "Göte", "Hedvig", "Ines",   "Jo",
                                 "Kit",  "Liv",  "Mio",     "Nel",   "Ode",   "Pax",  "Rio",  "Sol",    "Tuva",   "Uma",
                                 "Vide", "Ylva", "Åke",     "Ängla", "Östen", "Ivar", "Juni", "Love",   "Milian", "Noor"};

}  // namespace

std::string words_for(std::string_view field, Chance& chance)
{
    static const Sentences anywhere{"Enligt samtal i dag.", "Som vi har kommit överens om."};
    const auto found = sentences().find(field);
    return chance.one_of(found == sentences().end() ? anywhere : found->second);
}

std::string family_name(int number)
{
    constexpr int names = static_cast<int>(family_beginnings.size() * family_endings.size());
    // 7 has no factor in common with the number of names: neighbours in time are not neighbours in the alphabet.
    const auto one = static_cast<std::size_t>((number * 7) % names);
    auto name =
        std::string(family_beginnings[one % family_beginnings.size()]) + family_endings[one / family_beginnings.size()];
    if (number >= names) name += "-" + family_name(number / names);
    return name;
}

std::string given_name(Chance& chance)
{
    return given_names[static_cast<std::size_t>(chance.between(0, static_cast<int>(given_names.size()) - 1))];
}

}  // namespace lots::sim
