#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "access/permit.h"
#include "form/answers_page.h"
#include "form/differences.h"
#include "form/form_page.h"
#include "form/form_reader.h"
#include "form/json_reader.h"
#include "form/page_order.h"
#include "form/schema.h"
#include "web/asked.h"
#include "web/form_walk.h"
#include "web/gates.h"

namespace lots::web {

/// What a command's page shows before anything is typed. Made under a permit.
template <class Input>
struct Prepared {
    Input input = {};                     // what stands there now, or a good first guess
    form::Choices choices = {};
    guideline::Decision gate = {};        // what is done and missing for this step; empty for none
    AboutWords about = {};                // words for a finding's subject
    ActionsFor actions = {};              // what makes good what is missing
    html::Html header = {};               // the case header, when it is about a case
    html::Html above = {};                // what one needs to see while answering
    html::Url back = {};
    html::Html check = {};                // above the answers that are checked: whom it is about, what is shared, who will read it
    html::Html beside = {};  // what one reads while answering, next to the form where there is room and before it elsewhere
    html::Html below = {};   // other ways than this form, after it
};

enum class Confirmation { none, check_answers };

/// A change that a person or a program can make: one page with a form, one API address, one function that does it.
template <class Input>
struct Command {
    access::Operation operation;
    std::string_view page;                // "/arende/{case}/kalla"; empty: API only
    std::string_view api;                 // "/api/v1/cases/{case}/meetings"; POST
    /// Of its words: command.<scope>.title, .button, .lead; field.<scope>.…; for what is checked first also .first_button ("Fortsätt"
    /// when there is none), .check_warning (above the last button), .check_title and .check_keep (detail::only_asks).
    std::string_view scope;
    void (*fields)(form::Fields&, Input&, const form::Choices&);
    Result<Prepared<Input>> (*prepare)(access::Work&, const Asked&);
    Result<Landing> (*run)(access::Work&, const Input&);
    Confirmation confirmation = Confirmation::none;  // what cannot be undone shows "Kontrollera dina svar" first
    /// In a form of several pages: what the rules say when that page is in order, before the next one is asked. None when nothing.
    std::optional<Error> (*after_page)(access::Work&, const Input&, std::string_view page) = nullptr;
    /// What the check page shows of the answers themselves, instead of `check`: a text as others will see it. None when
    /// nothing.
    html::Html (*on_check)(access::Work&, const Asked&, const Input&) = nullptr;
};

/// What came of a sent form: where to go, or the page again with what is wrong.
using Posted = std::variant<Landing, View, Error>;

/// What is done and missing before a step, without taking it.
struct Gate {
    guideline::Decision decision;
    AboutWords about;
    ActionsFor actions = {};
};

/// A command with its type forgotten, as the route table keeps it.
struct CommandEntry {
    access::Operation operation;
    std::string page, api, scope;
    std::function<Result<View>(access::Work&, const Asked&)> show;
    std::function<Result<Gate>(access::Work&, const Asked&)> gate;   // NotFound when the reader may not come here at all
    std::function<Posted(access::Work&, const Asked&, const http::FormData&)> post;
    /// The form once more with what was typed and a new key, because it was sent before and that was kept.
    std::function<Posted(access::Work&, const Asked&, const http::FormData&)> sent_before;
    std::function<Result<Landing>(access::Work&, const Asked&, const form::JsonBody&)> call;
    std::function<std::string(Language)> schema;
    bool takes_file = false;
};

namespace detail {
/// The parts of a command's page that do not depend on its type.
struct FormParts {
    std::string_view scope;
    const guideline::Decision* gate;
    const AboutWords* about;
    const ActionsFor* actions;
    const html::Html* header;
    const html::Html* above;
    const html::Html* check;
    const html::Url* back;
    const Error* refusal;                 // why the attempt failed; null the first time
    bool confirms = false;                // the answers are checked before it is done
    bool undoable = false;
    const form::PageOrder* order = nullptr;
    const Walk* walk = nullptr;           // of the form; the check is behind all pages
    std::vector<html::Hidden> carried = {};  // what was typed on other pages
    bool typed = false;                   // something was sent: it is shown again even if the step is closed by now
    bool sent_before = false;             // this form was sent and kept already
    const html::Html* beside = nullptr;
    const html::Html* below = nullptr;
};

/// What a command does with a form that came, with its type forgotten.
struct Steps {
    std::function<View(const Walk&, const std::vector<FieldError>&, const Error*)> form;   // one page of it, or all
    std::function<View(const std::vector<FieldError>&, const Error*)> check;               // "Kontrollera dina svar"
    std::function<std::optional<Error>(const std::string& page)> after;
    std::function<Result<Landing>()> run;
    bool checks;
};
/// One page after the other, the check, and at last the command itself. `faults`: of all pages that came.
Posted answer_of(const form::PageOrder& order, const Walk& walk, const std::vector<FieldError>& faults, const Steps& steps);

/// Whether the check page has a question of its own ("Vill du ta tillbaka ditt ja?") and a way out that leaves all as it is
/// (command.<scope>.check_keep), instead of answers to look through: what was not answered is not shown there.
bool only_asks(std::string_view scope);
/// Where the form at hand is sent.
html::Url own_address(const Asked& asked);
View form_view(const Asked& asked, const FormParts& parts, form::FormPage& page);
View answers_view(const Asked& asked, const FormParts& parts, form::AnswersPage& page);
}  // namespace detail

template <class Input>
CommandEntry entry_of(const Command<Input>& command)
{
    using detail::Walk;
    const auto labels = [scope = std::string(command.scope)](Language language) { return form::Labels(language, scope); };
    const auto order_of = [command](Prepared<Input>& prepared) {
        form::PageOrder order;
        command.fields(order, prepared.input, prepared.choices);
        return order;
    };
    const auto checks = [command](const form::PageOrder& order) {
        return command.confirmation == Confirmation::check_answers || !order.none();
    };
    const auto parts = [=](const Prepared<Input>& prepared, const form::PageOrder& order, const Error* refusal) {
        detail::FormParts all{command.scope,    &prepared.gate,  &prepared.about, &prepared.actions, &prepared.header,
                              &prepared.above, &prepared.check, &prepared.back,  refusal};
        all.confirms = checks(order);
        all.undoable = command.confirmation == Confirmation::none;
        all.order = &order;
        all.beside = &prepared.beside;
        all.below = &prepared.below;
        return all;
    };
    // One page of the form, or all of it. What is typed on other pages goes along unseen.
    const auto draw = [=](const Asked& asked, Prepared<Input>& prepared, Input& input, const form::PageOrder& order, const Walk& walk,
                          const http::FormData* typed, const std::vector<FieldError>& errors, const Error* refusal, bool sent_before) {
        const bool was_sent = order.none() || walk.sent.contains(walk.at);
        form::FormPage page(labels(asked.language()), asked.words(), was_sent ? typed : nullptr, errors);
        page.today(asked.today);
        page.only(walk.at);
        if (refusal != nullptr && refusal->as<Conflict>() != nullptr) page.over_newest();
        if (checks(order)) page.files_later();
        command.fields(page, order.none() ? prepared.input : input, prepared.choices);
        auto shown = parts(prepared, order, refusal);
        shown.typed = typed != nullptr;
        shown.sent_before = sent_before;
        shown.walk = &walk;
        if (!order.none() && typed != nullptr) shown.carried = page.carried(*typed);
        return detail::form_view(asked, shown, page);
    };
    const auto check_page = [=](const Asked& asked, Prepared<Input>& prepared, Input& input, const form::PageOrder& order,
                                const http::FormData& data, const std::vector<FieldError>& errors, const Error* refusal) {
        form::AnswersPage page(labels(asked.language()), asked.words(), data, errors, detail::own_address(asked));
        if (detail::only_asks(command.scope)) page.without_empty();
        if (refusal != nullptr && refusal->as<Conflict>() != nullptr) {
            const std::vector<FieldError> none;
            form::FormPage newest(labels(asked.language()), asked.words(), nullptr, none);
            command.fields(newest, prepared.input, prepared.choices);
            page.over(newest.take_hidden());
        }
        command.fields(page, input, prepared.choices);
        return detail::answers_view(asked, parts(prepared, order, refusal), page);
    };

    // A conflict shows every field that differs, theirs beside mine, whatever the command is about.
    const auto explained = [=](const Asked& asked, Prepared<Input>& prepared, Input& sent, Error error) {
        auto* conflict = std::get_if<Conflict>(&error.what);
        if (conflict == nullptr) return error;
        form::Spelled theirs(labels(asked.language())), mine(labels(asked.language()));
        command.fields(theirs, prepared.input, prepared.choices);
        command.fields(mine, sent, prepared.choices);
        conflict->differences = form::differences(theirs, mine);
        return error;
    };

    CommandEntry entry{};
    entry.operation = command.operation;
    entry.page = command.page;
    entry.api = command.api;
    entry.scope = command.scope;
    entry.gate = [=](access::Work& work, const Asked& asked) -> Result<Gate> {
        auto prepared = command.prepare(work, asked);
        if (!prepared) return prepared.error();
        return Gate{std::move(prepared->gate), std::move(prepared->about), std::move(prepared->actions)};
    };
    entry.show = [=](access::Work& work, const Asked& asked) -> Result<View> {
        auto prepared = command.prepare(work, asked);
        if (!prepared) return prepared.error();
        const auto order = order_of(*prepared);
        return draw(asked, *prepared, prepared->input, order, detail::walk_of(nullptr, order), nullptr, {}, nullptr, false);
    };
    entry.post = [=](access::Work& work, const Asked& asked, const http::FormData& data) -> Posted {
        auto prepared = command.prepare(work, asked);
        if (!prepared) return prepared.error();
        const auto order = order_of(*prepared);
        const auto walk = detail::walk_of(&data, order);
        Input input = prepared->input;
        form::FormReader reader(labels(asked.language()), asked.today, data, asked.path);
        if (!order.none()) reader.only_pages(walk.sent);
        if (checks(order) && walk.pressed != detail::Pressed::confirmed) reader.files_later();
        command.fields(reader, input, prepared->choices);
        detail::Steps steps{};
        steps.checks = checks(order);
        steps.form = [&](const Walk& at, const std::vector<FieldError>& wrong, const Error* refusal) {
            return draw(asked, *prepared, input, order, at, &data, wrong, refusal, false);
        };
        steps.check = [&](const std::vector<FieldError>& wrong, const Error* refusal) {
            if (command.on_check != nullptr) (*prepared).check = command.on_check(work, asked, input);
            return check_page(asked, *prepared, input, order, data, wrong, refusal);
        };
        steps.after = [&](const std::string& page) -> std::optional<Error> {
            if (command.after_page == nullptr) return std::nullopt;
            return command.after_page(work, input, page);
        };
        steps.run = [&]() -> Result<Landing> {
            auto done = command.run(work, input);
            if (!done) return explained(asked, *prepared, input, done.error());
            return done;
        };
        return detail::answer_of(order, walk, reader.errors(), steps);
    };
    entry.sent_before = [=](access::Work& work, const Asked& asked, const http::FormData& data) -> Posted {
        auto prepared = command.prepare(work, asked);
        if (!prepared) return prepared.error();
        const auto order = order_of(*prepared);
        auto walk = detail::walk_of(&data, order);
        if (!order.none() && walk.at.empty()) walk.at = order.names().front();
        return draw(asked, *prepared, prepared->input, order, walk, &data, {}, nullptr, true);
    };
    entry.call = [=](access::Work& work, const Asked& asked, const form::JsonBody& body) -> Result<Landing> {
        auto prepared = command.prepare(work, asked);
        if (!prepared) return prepared.error();
        Input input = {};
        form::JsonReader reader(labels(asked.language()), asked.today, body, asked.path);
        command.fields(reader, input, prepared->choices);
        reader.finish();
        if (!reader.in_order()) return Error{Invalid{reader.errors()}};
        auto done = command.run(work, input);
        if (!done) return explained(asked, *prepared, input, done.error());
        return done;
    };
    entry.schema = [=](Language language) {
        Input input = {};
        form::Schema schema(labels(language));
        command.fields(schema, input, {});
        return schema.take();
    };
    Input none = {};
    form::Schema shape(labels(Language::sv));
    command.fields(shape, none, {});
    entry.takes_file = shape.has_file();
    return entry;
}

}  // namespace lots::web
