package org.aryz.referral.application;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.util.List;
import org.aryz.referral.AuthorityCode;
import org.aryz.referral.proceedings.Fact;
import org.aryz.referral.proceedings.FilledIn;
import org.aryz.referral.proceedings.ListedCode;
import org.aryz.referral.proceedings.OffenceClass;
import org.aryz.referral.proceedings.TermCode;
import org.aryz.servicekit.facts.FactForm;
import org.aryz.servicekit.json.CodeText;

/** Facts of proceedings in JSON. */
public final class FactJson {
    public static final FactForm<Fact> FORM = new FactForm<>(Fact.KINDS, FilledIn.class, List.of(words()));

    private FactJson() {}

    private static Module words() {
        var module = new SimpleModule("proceedings");
        CodeText.add(module, AuthorityCode.class, AuthorityCode::new);
        CodeText.add(module, ListedCode.class, ListedCode::new);
        CodeText.add(module, TermCode.class, TermCode::new);
        module.setMixInAnnotation(Fact.QualificationSet.class, Gravity.class);
        module.setMixInAnnotation(Fact.QualificationChanged.class, Gravity.class);
        return module;
    }

    /** The public word for gravity is one that Java keeps for itself. */
    private interface Gravity {
        @JsonProperty("class")
        OffenceClass gravity();
    }
}
