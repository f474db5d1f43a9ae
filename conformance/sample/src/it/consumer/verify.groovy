// Run after both builds of this folder: what the reports say, and that what Maven put on the class path is one JUnit.

def report(String name) {
    new groovy.xml.XmlSlurper().parse(new File(basedir, "target/surefire-reports/TEST-example.${name}.xml"))
}

def names(suite) {
    suite.testcase.collect { it.@name.text() }
}

def ours = report('OurPurgerTest')
assert names(ours) == ['purge conformance() purge-kills-lingerers', 'soft conformance() soft-nobody-lingers',
                       'generated conformance() generated-handshakes', 'generated conformance() generated-effects']
assert [ours.@tests, ours.@failures, ours.@errors, ours.@skipped]*.text() == ['4', '0', '0', '1']
assert ours.testcase[3].skipped.text().contains('the subject lacks effects')

def faulty = report('FaultyPurger')
assert names(faulty) == ['purge conformance() purge-kills-lingerers', 'soft conformance() soft-nobody-lingers']
assert [faulty.@tests, faulty.@failures, faulty.@errors, faulty.@skipped]*.text() == ['2', '1', '0', '0']
def failure = faulty.testcase[0].failure.@message.text()
for (part in ['FAILED purge-kills-lingerers: A hard purge kills', '>>> 7                                                quiet(stalled)',
              'Legal here would have been:\n    replied(r1, purge, {true,true})', 'LIVE-5 (MUST) A check whose',
              "-Dcodepurger.replay='codepurger1 subject=our-purger profile=seed limit=10 seed=3 "]) {
    assert failure.contains(part)
}

def classPath = ours.children().find { it.name() == 'properties' }.property.find { it.@name == 'surefire.test.class.path' }.@value.text()
def versions = classPath.findAll(~/junit-(?:jupiter|platform)-[a-z]+-([0-9.]+)\.jar/) { all, version -> version } as Set
assert versions == [junitVersion, junitVersion.replaceFirst('^5', '1')] as Set

assert !new File(basedir, '.jqwik-database').exists()
