import { mkdirSync, writeFileSync } from 'fs';
import { delimiter, join } from 'path';
import { generated, versionOf } from './generated';
import { Language, ROOT, run } from './language';

const SOURCES = ['rookout', 'cdktf', 'datadog'] as const;

const pom = (dependencies: readonly string[]) => `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>test</groupId><artifactId>test</artifactId><version>1</version>
  <dependencies>${dependencies.map(dependency).join('')}</dependencies>
</project>`;

function dependency(coordinates: string): string {
  const [group, artifact, version] = coordinates.split(':');
  return `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;
}

/**
 * jsii's runtime comes from Maven. The bindings are generated as those of Maven are, from the npm packages; of them, the
 * compiler takes only the classes that the programs use.
 */
export const JAVA: Language = {
  name: 'Java',
  tool: 'mvn',
  fetch(work) {
    const dependencies = [
      `software.amazon.jsii:jsii-runtime:${versionOf('jsii-pacmak')}`,
      `software.constructs:constructs:${versionOf('constructs')}`,
      'org.jetbrains:annotations:24.1.0',
      'javax.annotation:javax.annotation-api:1.3.2',
    ];
    writeFileSync(join(work, 'pom.xml'), pom(dependencies));
    const options = ['--quiet', '--batch-mode', `-DoutputDirectory=${join(work, 'lib')}`];
    run('mvn', [...options, 'dependency:copy-dependencies'], work);
  },
  build(work) {
    const classes = join(work, 'classes');
    mkdirSync(classes);
    const main = SOURCES.map((name) => join(generated(name, 'java', work), 'src', 'main'));
    const path = main.map((folder) => join(folder, 'java')).join(delimiter);
    const lib = join(work, 'lib', '*');
    const programs = [
      join(ROOT, 'examples', 'java', 'src', 'main', 'java', 'shop', 'Main.java'),
      join(__dirname, '..', 'programs', 'Values.java'),
    ];
    const options = ['-nowarn', '-proc:none', '-encoding', 'UTF-8', '-d', classes];
    run('javac', [...options, '-cp', lib, '-sourcepath', path, ...programs], work);
    const classpath = [classes, lib, ...main.map((folder) => join(folder, 'resources'))].join(delimiter);
    return {
      example: ['java', '-cp', classpath, 'shop.Main'],
      values: ['java', '-cp', classpath, 'Values'],
    };
  },
};
