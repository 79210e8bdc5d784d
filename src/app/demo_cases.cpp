#include "app/demo.h"
#include "app/demo_tale.h"

namespace lots::app {

namespace {

const TaleYouth alex{"Alex", "Ternström", "201001022399", 2010y / 1 / 2,
                     {{"youth", "Alex Ternström", "alex"}, {"guardian", "Eva Ternström", "eva.ternstrom"}, {"guardian", "Per Ternström", "per.ternstrom"}}};
const TaleYouth sam{"Sam", "Karlberg", "201001042397", 2010y / 1 / 4,
                    {{"youth", "Sam Karlberg", "sam"}, {"guardian", "Lena Karlberg", "lena.karlberg"}, {"guardian", "Nils Karlberg", ""}}};
const TaleYouth robin{"Robin", "Åkerlund", "201001062395", 2010y / 1 / 6,
                      {{"youth", "Robin Åkerlund", ""}, {"guardian", "Siv Åkerlund", ""}, {"guardian", "Ove Åkerlund", ""}}};
const TaleYouth kim{"Kim", "Öberg", "201001082393", 2010y / 1 / 8,
                    {{"youth", "Kim Öberg", ""}, {"guardian", "Tina Öberg", ""}, {"guardian", "Jan Öberg", ""}}};
const TaleYouth noa{"Noa", "Lindqvist", "201001102399", 2010y / 1 / 10,
                    {{"youth", "Noa Lindqvist", ""}, {"guardian", "Maja Lindqvist", ""}, {"guardian", "Ulf Lindqvist", ""}}};

}  // namespace

void make_demo_cases(web::Site& site, SetClock& clock, const Demo& people, Instant until)
{
    Tale tale(site, clock, people.password);
    const auto today = local_day(until);
    const auto ago = [&](int days) { return add_days(today, -days); };

    // Sam's group has been running for three months; a commitment of the school is late.
    tale.at(ago(95), 9);
    const auto sams = tale.propose(sam);
    tale.at(ago(94), 9);
    tale.take_up(sams);
    tale.at(ago(85), 10);
    const auto sams_case = tale.offer(sams);
    tale.ask(sams_case, sam);
    tale.at(ago(80), 14);
    for (int line = 1; line <= 3; ++line) tale.sign(sams_case, line);
    tale.form_group(sams_case);
    tale.at(ago(75), 10);
    tale.make_plan(sams_case);
    tale.call(sams_case, ago(70), 13);
    tale.at(ago(70), 14, 30);
    tale.meet(sams_case, 1, {1, 2, 3}, ago(42));
    tale.at(ago(42), 14, 30);
    tale.meet(sams_case, 2, {1, 2, 3}, ago(12), {{2, ago(20)}});
    tale.at(ago(12), 14, 30);
    tale.meet(sams_case, 3, {1, 2, 3}, ago(-3), {{1, ago(-30)}, {2, ago(5)}});

    // Noa's mother took her consent back last week: the case rests.
    tale.at(ago(40), 9);
    const auto noas = tale.propose(noa);
    tale.take_up(noas);
    const auto noas_case = tale.offer(noas);
    tale.ask(noas_case, noa);
    tale.at(ago(33), 9);
    for (int line = 1; line <= 3; ++line) tale.sign(noas_case, line);
    tale.form_group(noas_case);
    tale.at(ago(6), 11);
    tale.withdraw(noas_case, 2);

    // Alex waits for one father's answer.
    tale.at(ago(5), 9);
    const auto alexs = tale.propose(alex);
    tale.take_up(alexs);
    tale.at(ago(4), 9);
    const auto alexs_case = tale.offer(alexs);
    tale.ask(alexs_case, alex);
    tale.at(ago(3), 15);
    tale.sign(alexs_case, 1);
    tale.sign(alexs_case, 2);

    // Kim is being reviewed; Robin was proposed this morning.
    tale.at(ago(2), 9);
    tale.take_up(tale.propose(kim));
    // Before that the morning has not been yet, and nothing here may be later than it is.
    if (at_local(today, 8, 12) < until) tale.at(today, 8, 12);
    else clock.set(until);
    static_cast<void>(tale.propose(robin));
    clock.set(until);
}

}  // namespace lots::app
