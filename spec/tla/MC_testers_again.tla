---- MODULE MC_testers_again ----
EXTENDS Purger, TLC

MCHasOld == TRUE
MCHasCurrent == TRUE
MCHasPending == FALSE
MCLoads == 0
MCLimit == 1

MCNames == {"p", "t", "u"}
MCPlace ==
    "p" :> "old"
 @@ "t" :> "remote"
 @@ "u" :> "remote"
MCProgram ==
    "p" :> <<>>
 @@ "t" :> <<"softtest">>
 @@ "u" :> <<"test">>
MCMay ==
    "p" :> {"leave"}
 @@ "t" :> {"again"}
 @@ "u" :> {"die", "return"}
====
