---- MODULE MC_tester_dies ----
EXTENDS Purger, TLC

MCHasOld == TRUE
MCHasCurrent == TRUE
MCHasPending == FALSE
MCLoads == 0
MCLimit == 1

MCNames == {"p", "t"}
MCPlace ==
    "p" :> "old"
 @@ "t" :> "old"
MCProgram ==
    "p" :> <<>>
 @@ "t" :> <<"test">>
MCMay ==
    "p" :> {}
 @@ "t" :> {"die"}
====
